package pix.journeys.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pix.Language;
import pix.ability.Ability;
import pix.ability.ItemParameters;
import pix.ability.Prior;
import pix.ability.Sites;
import pix.assessment.Answered;
import pix.assessment.AssessmentKind;
import pix.assessment.Assessments;
import pix.assessment.Profile;
import pix.assessment.SeenItems;
import pix.assessment.Terms;
import pix.assessment.Turn;
import pix.assessment.Verdict;
import pix.bank.Need;
import pix.bank.Response;
import pix.embedded.TableDefinition;
import pix.embedded.Template;
import pix.framework.Competence;
import pix.learner.Learner;
import pix.learner.Situation;
import pix.organisation.Membership;
import pix.organisation.Organisation;
import pix.organisation.OrganisationType;
import pix.organisation.Organisations;
import pix.organisation.Role;
import pix.organisation.Uai;
import pix.store.DynamoAssessments;
import pix.store.DynamoLearners;
import pix.store.DynamoOrganisations;
import pix.store.DynamoProfiles;
import pix.store.MeteredDynamo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the repositories rely on, for any implementation of DynamoDB. Data of its own in every test. */
abstract class StoreContract {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final String learnerId = UUID.randomUUID().toString();
    private DynamoLearners learners;
    private DynamoProfiles profiles;
    private DynamoAssessments assessments;
    private DynamoOrganisations organisations;

    /** A client of a store in which the template's tables exist. */
    abstract DynamoDbClient client();

    static void createTables(DynamoDbClient client) {
        Set<String> present = Set.copyOf(client.listTables().tableNames());
        Template.ofBuild().tables().stream()
                .filter(table -> !present.contains(table.name()))
                .forEach(table -> client.createTable(TableDefinition.of(table)));
    }

    @BeforeEach
    void open() {
        DynamoDbClient client = new MeteredDynamo(client());
        learners = new DynamoLearners(client, "Learners");
        profiles = new DynamoProfiles(client, "Learners");
        assessments = new DynamoAssessments(client, "Assessments", "Learners");
        organisations = new DynamoOrganisations(client, "Organisations");
    }

    @Test
    void gives_back_the_learner_it_was_given() {
        assertTrue(learners.add(learner()));

        assertEquals(Optional.of(learner()), learners.find(learnerId));
        assertEquals(Optional.of(learnerId), learners.findByUsername("USER." + learnerId));
    }

    @Test
    void keeps_neither_account_nor_name_where_one_of_them_is_taken() {
        learners.add(learner());
        Learner sameName = new Learner("other-" + learnerId, learner().username(), "Luc", "Roux", LocalDate.of(2011, 1, 2),
                Situation.OTHER, Language.EN, Set.of(), NOW);

        assertFalse(learners.add(sameName));

        assertTrue(learners.find(sameName.learnerId()).isEmpty());
        assertEquals(Optional.of(learnerId), learners.findByUsername(learner().username()));
    }

    @Test
    void does_not_bring_back_an_erased_learner_by_an_update() {
        learners.add(learner());
        learners.erase(learner());

        assertFalse(learners.update(learner()));

        assertTrue(learners.find(learnerId).isEmpty());
        assertTrue(learners.findByUsername(learner().username()).isEmpty());
    }

    @Test
    void gives_back_every_turn_bit_by_bit_and_the_newest_one_first() {
        learners.add(learner());
        Turn first = turn(0);
        Turn second = turn(1);

        assertEquals(Assessments.Start.STARTED, assessments.start(first, Profile.empty(learnerId).opened(first.terms())));
        assertTrue(assessments.append(second));

        assertSame(second, assessments.last(first.terms().assessmentId()).orElseThrow());
        assertSame(first, assessments.turn(first.terms().assessmentId(), 0).orElseThrow());
        assertEquals(2, assessments.turns(first.terms().assessmentId()).size());
        assertEquals(first.terms().assessmentId(), profiles.find(learnerId).open().get("competence-3.4"));
    }

    @Test
    void lets_one_turn_have_each_sequence() {
        learners.add(learner());
        assessments.start(turn(0), Profile.empty(learnerId).opened(turn(0).terms()));

        assertTrue(assessments.append(turn(1)));
        assertFalse(assessments.append(turn(1)));
    }

    @Test
    void starts_nothing_for_a_learner_who_is_gone_or_whose_profile_changed() {
        assertEquals(Assessments.Start.UNKNOWN_LEARNER,
                assessments.start(turn(0), Profile.empty(learnerId).opened(turn(0).terms())));
        learners.add(learner());
        assessments.start(turn(0), Profile.empty(learnerId).opened(turn(0).terms()));

        Turn other = turn(0, "other-" + learnerId);
        assertEquals(Assessments.Start.PROFILE_CHANGED,
                assessments.start(other, Profile.empty(learnerId).opened(other.terms())));
        assertTrue(assessments.last(other.terms().assessmentId()).isEmpty(), "nothing was written");
    }

    @Test
    void completes_with_turn_and_profile_or_neither() {
        learners.add(learner());
        Turn first = turn(0);
        assessments.start(first, Profile.empty(learnerId).opened(first.terms()));
        Profile before = profiles.find(learnerId);
        Turn last = new Turn(first.terms(), 1, turn(1).answered(), turn(1).sites(), SeenItems.none(), new int[] {7}, new int[0], Optional.empty());
        int[] counts = new int[16];
        counts[Competence.PROGRAM.ordinal()] = 1;
        Profile after = before.learntFrom(first, last, counts, NOW).completed(first.terms());

        assertEquals(Assessments.Completion.COMPLETED, assessments.complete(last, after));
        assertEquals(Assessments.Completion.TURN_TAKEN, assessments.complete(last, after));

        Profile kept = profiles.find(learnerId);
        assertEquals(after.sites(), kept.sites());
        assertEquals(Map.of(), kept.open());
        assertEquals(1, kept.answers(Competence.PROGRAM));
        assertEquals(Optional.of(NOW), kept.updatedAt());
        assertTrue(kept.seen().contains(7));
    }

    @Test
    void finds_the_assessments_of_a_learner() {
        learners.add(learner());
        assessments.start(turn(0), Profile.empty(learnerId).opened(turn(0).terms()));

        assertEquals(List.of(turn(0).terms().assessmentId()), assessments.startedBy(learnerId));
    }

    @Test
    void gives_a_school_code_one_owner() {
        Uai uai = uai();
        Organisation school = new Organisation(learnerId, OrganisationType.COLLEGE, Optional.of(uai), "Collège des Tilleuls",
                "Paris", "75", NOW);

        assertInstanceOf(Organisations.Added.New.class, organisations.add(school));
        Organisations.Added again = organisations.add(new Organisation("twin-" + learnerId, OrganisationType.LYCEE,
                Optional.of(uai), "Lycée du Parc", "Lyon", "69", NOW));

        assertEquals(new Organisations.Added.UaiTaken(learnerId), again);
        assertEquals(Optional.of(school), organisations.findByUai(uai));
        assertTrue(organisations.find("twin-" + learnerId).isEmpty());
    }

    @Test
    void knows_who_may_act_for_an_organisation() {
        Membership head = new Membership("org-" + learnerId, learnerId, Role.HEAD);
        organisations.appoint(head, "operator-1", NOW);

        assertEquals(Optional.of(Role.HEAD), organisations.role(head.organisationId(), learnerId));
        assertEquals(List.of(head), organisations.staff(head.organisationId()));
        assertEquals(List.of(head), organisations.membershipsOf(learnerId));
        assertFalse(organisations.dismiss(new Membership(head.organisationId(), learnerId, Role.TEACHER), "operator-1", NOW));
        assertTrue(organisations.dismiss(head, "operator-1", NOW.plusSeconds(1)));
        assertTrue(organisations.role(head.organisationId(), learnerId).isEmpty());
    }

    private Learner learner() {
        return new Learner(learnerId, "user." + learnerId, "Zoë-Ève", "O'Brien Lefèvre", LocalDate.of(2012, 3, 14),
                Situation.TROISIEME, Language.FR, Set.of(Need.SIGHT, Need.MOTOR), NOW);
    }

    private Turn turn(int sequence) {
        return turn(sequence, "assessment-" + learnerId);
    }

    private Turn turn(int sequence, String assessmentId) {
        Terms terms = new Terms(assessmentId, learnerId, AssessmentKind.COMPETENCE, Optional.of(Competence.PROGRAM), Optional.empty(),
                Language.EN, Set.of(Need.COLOUR), -42, "bank-1", NOW);
        Ability ability = Ability.of(Prior.standard());
        if (sequence == 0) {
            return new Turn(terms, 0, Optional.empty(), Sites.none(), SeenItems.none(), new int[] {7}, new int[0], Optional.of(NOW));
        }
        Answered answered = new Answered(7, new Response.Fields(Map.of("1", "é\"', ;", "2", "=A1")), Verdict.PARTIAL, .5, NOW);
        Sites sites = ability.observe(Competence.PROGRAM, new ItemParameters(1.2, .3, .25, 1), .5).sites();
        return new Turn(terms, 1, Optional.of(answered), sites, SeenItems.none().and(new int[] {1, 2, 3}),
                new int[] {7, Integer.MAX_VALUE >> 1}, new int[0], Optional.of(NOW.plusMillis(1)));
    }

    private static void assertSame(Turn expected, Turn found) {
        assertEquals(expected.terms(), found.terms());
        assertEquals(expected.answered(), found.answered());
        assertEquals(expected.sites(), found.sites());
        assertEquals(expected.seen(), found.seen());
        assertEquals(expected.askedAt(), found.askedAt());
        assertArrayEquals(expected.asked(), found.asked());
    }

    /** A school code that no other test has: seven digits of this test's id and their letter. */
    private Uai uai() {
        int number = Math.floorMod(learnerId.hashCode(), 10_000_000);
        return new Uai("%07d%c".formatted(number, "ABCDEFGHJKLMNPRSTUVWXYZ".charAt(number % 23)));
    }
}
