package pix.local;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import pix.Language;
import pix.ability.Ability;
import pix.ability.ItemParameters;
import pix.ability.Levels;
import pix.ability.Prior;
import pix.ability.Sites;
import pix.assessment.AssessmentKind;
import pix.assessment.Profile;
import pix.assessment.SeenItems;
import pix.assessment.Terms;
import pix.assessment.Turn;
import pix.enrolment.Rosters;
import pix.enrolment.SchoolLinks;
import pix.enrolment.Student;
import pix.framework.Competence;
import pix.learner.Learner;
import pix.learner.Situation;
import pix.store.DynamoAssessments;
import pix.store.DynamoLearners;
import pix.store.DynamoRosters;
import pix.store.DynamoSchoolLinks;
import pix.store.DynamoStudents;

/**
 * A class of the demonstration school: most have an account and a profile, so that there is something to see, a few have
 * yet to claim their place. Made once; what happens to it later stays.
 */
final class DemoSchool {
    private static final String UPLOAD = "demonstration";
    private static final String CLASS = "3A";
    private static final int WITH_ACCOUNT = 11;
    private static final long SEED = 20261123;

    /** Family name, given names, day of birth. Léa is the demonstration's own. */
    private static final List<List<String>> STUDENTS = List.of(
            List.of("Martin", "Léa", "2012-03-14"), List.of("Abadie", "Noé", "2012-01-09"), List.of("Bah", "Aminata", "2012-05-30"),
            List.of("Cœuret", "Maël", "2012-07-21"), List.of("Da Silva", "Inês", "2011-12-02"), List.of("Étienne", "Jules", "2012-02-17"),
            List.of("Ferreira", "Lina", "2012-09-05"), List.of("Haddad", "Yanis", "2012-11-11"), List.of("Kowalski", "Zofia", "2012-04-26"),
            List.of("Lefèvre", "Anaïs", "2012-08-13"), List.of("Nguyễn", "Minh Anh", "2012-06-08"), List.of("Özdemir", "Elif", "2012-10-19"),
            List.of("Rakotomalala", "Tiana", "2012-03-01"), List.of("Saint-Just", "Côme", "2012-12-24"));

    private final LocalPlatform platform;
    private final DynamoLearners learners;
    private final DynamoAssessments assessments;
    private final Instant now;

    private DemoSchool(LocalPlatform platform) {
        this.platform = platform;
        this.learners = new DynamoLearners(platform.dynamo(), platform.table("Learners"));
        this.assessments = new DynamoAssessments(platform.dynamo(), platform.table("Assessments"), platform.table("Learners"));
        this.now = platform.clock().instant();
    }

    /** @param lea the account of Léa Martin, where nobody has changed it */
    static void seed(LocalPlatform platform, String organisationId, Optional<String> lea) {
        Rosters rosters = new DynamoRosters(platform.dynamo(), platform.table("Organisations"));
        if (rosters.summary(organisationId).students() > 0) return;
        new DemoSchool(platform).seed(organisationId, lea);
        rosters.acquire(organisationId, UPLOAD, platform.clock().instant(), platform.clock().instant());
        rosters.imported(organisationId, UPLOAD, UPLOAD, Map.of(CLASS, (long) STUDENTS.size()));
    }

    private void seed(String organisationId, Optional<String> lea) {
        List<Student> students = IntStream.range(0, STUDENTS.size()).mapToObj(i -> student(organisationId, i)).toList();
        new DynamoStudents(platform.dynamo(), platform.table("Organisations")).add(students);
        SchoolLinks links = new DynamoSchoolLinks(platform.dynamo(), platform.table("Learners"), platform.table("Organisations"));
        lea.ifPresent(learnerId -> links.link(students.getFirst(), learnerId, now));
        for (int i = 1; i <= WITH_ACCOUNT; i++) links.link(students.get(i), account(students.get(i), i), now);
    }

    private static Student student(String organisationId, int i) {
        List<String> who = STUDENTS.get(i);
        return new Student(organisationId, "demonstration-" + i, Optional.empty(), who.get(0), Optional.empty(), who.get(1),
                LocalDate.parse(who.get(2)), Optional.of(CLASS), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                true, 0, UPLOAD, UPLOAD);
    }

    /** Somebody with a profile, who never signs in. */
    private String account(Student s, int i) {
        String learnerId = "demonstration-student-" + i;
        learners.add(new Learner(learnerId, "eleve" + i + ".demo", s.givenNames(), s.familyName(), s.birthDate(), Situation.TROISIEME,
                Language.FR, Set.of(), now));
        Terms terms = new Terms("demonstration-practice-" + i, learnerId, AssessmentKind.PLACEMENT, Optional.empty(), Optional.empty(),
                Language.FR, Set.of(), i, "demonstration", now);
        Turn turn = new Turn(terms, 0, Optional.empty(), Sites.none(), SeenItems.none(), new int[0], new int[0], Optional.empty());
        int[] answers = new int[Competence.values().length];
        Arrays.fill(answers, 3);
        assessments.start(turn, new Profile(learnerId, 1, ability(i).sites(), answers, SeenItems.none(), Map.of(), Optional.of(now)));
        return learnerId;
    }

    /** Three answers a competence around the middle: some know more, some less. */
    private static Ability ability(int i) {
        SplittableRandom luck = new SplittableRandom(SEED + i);
        Ability ability = Ability.of(Prior.standard());
        double talent = luck.nextGaussian();
        for (Competence c : Competence.values()) {
            for (int level = 3; level <= 5; level++) {
                ItemParameters item = new ItemParameters(1.2, Levels.cut(level), 0, 1);
                ability = ability.observe(c, item, luck.nextDouble() < item.probability(talent) ? 1 : 0);
            }
        }
        return ability;
    }
}
