package pix.local;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import pix.learner.Situation;
import pix.organisation.CreateOrganisation;
import pix.organisation.Membership;
import pix.organisation.Organisation;
import pix.organisation.OrganisationType;
import pix.organisation.Organisations;
import pix.organisation.Role;
import pix.organisation.Uai;
import pix.session.Audience;
import pix.session.PlanSession;
import pix.session.Session;
import pix.store.DynamoAssessments;
import pix.store.DynamoCandidates;
import pix.store.DynamoLearners;
import pix.store.DynamoOrganisations;
import pix.store.DynamoSessions;

/** An operator, a school with its staff, and a centre with an open session, to try certifications with. */
final class DemoSessions {
    private static final LocalDate BORN = LocalDate.of(1985, 5, 17);
    private static final int DAYS_AHEAD = 7;

    /** Makes an account; empty where somebody has changed it since. */
    interface Register {
        Optional<String> person(String username, String givenName, String familyName, LocalDate birthDate, Situation situation);
    }

    private final LocalPlatform platform;
    private final Register register;
    private final String password;
    private final Organisations organisations;
    private final DynamoSessions sessions;
    private final List<String> lines = new ArrayList<>();
    private String operator = "operator";

    private DemoSessions(LocalPlatform platform, Register register, String password) {
        this.platform = platform;
        this.register = register;
        this.password = password;
        this.organisations = new DynamoOrganisations(platform.dynamo(), platform.table("Organisations"));
        this.sessions = new DynamoSessions(platform.dynamo(), platform.table("Sessions"));
    }

    /** @param lea the account of a student of the school */
    static List<String> seed(LocalPlatform platform, Register register, String password, Optional<String> lea) {
        return new DemoSessions(platform, register, password).seed(lea);
    }

    private List<String> seed(Optional<String> lea) {
        Optional<String> olga = person("olga.demo", "Olga", "Petit", "the operator of the platform");
        olga.ifPresent(id -> platform.accounts().join("olga.demo", "operator"));
        operator = olga.orElse(operator);
        String school = organisation(OrganisationType.COLLEGE, "0750655E", "Collège Ada Lovelace");
        staff(school, "hugo.demo", "Hugo", "Bernard", Role.HEAD, "head of Collège Ada Lovelace, with results of class 3A")
                .ifPresent(head -> DemoSchool.seed(platform, organisations.find(school).orElseThrow(), head, lea));
        staff(school, "tess.demo", "Tess", "Moreau", Role.TEACHER, "teacher there");
        staff(school, "ines.demo", "Inès", "Garcia", Role.INVIGILATOR, "invigilator there");
        String centre = organisation(OrganisationType.CENTRE, "0752524L", "Centre Pix Belleville");
        staff(centre, "cleo.demo", "Cléo", "Laurent", Role.HEAD, "head of the centre, with an open public session")
                .ifPresent(head -> openSession(centre, head));
        return lines;
    }

    private Optional<String> person(String username, String givenName, String familyName, String what) {
        Optional<String> id = register.person(username, givenName, familyName, BORN, Situation.PUBLIC_SERVICE);
        lines.add("%-11s / %s   %s".formatted(username, password, what));
        return id;
    }

    private Optional<String> staff(String organisation, String username, String givenName, String familyName, Role role, String what) {
        Optional<String> id = person(username, givenName, familyName, what);
        id.filter(learnerId -> !organisations.role(organisation, learnerId).equals(Optional.of(role)))
                .ifPresent(learnerId -> organisations.appoint(
                        new Membership(organisation, learnerId, role), operator, platform.clock().instant()));
        return id;
    }

    /** The same however often the demonstration is made: its UAI names it. */
    private String organisation(OrganisationType type, String uai, String name) {
        CreateOrganisation create = new CreateOrganisation(organisations, platform.clock(), () -> UUID.randomUUID().toString());
        return switch (create.create(new CreateOrganisation.Command(type, Optional.of(new Uai(uai)), name, "Paris", "75"))) {
            case CreateOrganisation.Outcome.Created(String id) -> id;
            case CreateOrganisation.Outcome.UaiTaken(String id) -> id;
        };
    }

    private void openSession(String centre, String head) {
        Instant now = platform.clock().instant();
        boolean bookable = sessions.ofOrganisation(centre, Optional.empty()).entries().stream().anyMatch(s -> s.takesCandidates(now));
        if (bookable) return;
        Organisation organisation = organisations.find(centre).orElseThrow();
        Instant startsAt = DemoExam.morning(now, DAYS_AHEAD);
        new PlanSession(sessions,
                        new DynamoCandidates(platform.dynamo(), platform.table("Sessions"), new DynamoAssessments(
                                platform.dynamo(), platform.table("Assessments"), platform.table("Learners"))),
                        organisations, new DynamoLearners(platform.dynamo(), platform.table("Learners")), platform.clock(),
                        () -> UUID.randomUUID().toString(), () -> "PIX234")
                .plan(organisation, new Session.Plan(startsAt, "Salle 1", "12 rue de Belleville, 75020 Paris", "75", 12,
                        Audience.PUBLIC, Set.of()), head);
    }
}
