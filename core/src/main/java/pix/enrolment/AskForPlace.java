package pix.enrolment;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import pix.enrolment.ClaimTries.Claimant;
import pix.learner.Learner;
import pix.organisation.Organisation;
import pix.organisation.Organisations;
import pix.organisation.Uai;

/**
 * Somebody who has an account and no code asks a school for their place. The national student id, with names and birth
 * date, is proof enough. Names and birth date alone are known to every classmate: they make a request, which the school
 * decides. What the person is told, and the work it takes, is the same whether or not the school knows such a student.
 */
public final class AskForPlace {

    public sealed interface Outcome {
        /** Now or before. */
        record Linked(SchoolLink link) implements Outcome {}

        /** Passed on to the school, if it knows such a student. */
        record Asked(PlaceRequest request) implements Outcome {}

        record UnknownSchool() implements Outcome {}

        record TooManyAttempts(Duration pause) implements Outcome {}
    }

    private final Organisations organisations;
    private final Students students;
    private final SchoolLinks links;
    private final PlaceRequests requests;
    private final ClaimTries tries;
    private final RosterKeys keys;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /** @param ids draws ids that nobody can guess */
    public AskForPlace(
            Organisations organisations,
            Students students,
            SchoolLinks links,
            PlaceRequests requests,
            ClaimTries tries,
            RosterKeys keys,
            InstantSource clock,
            Supplier<String> ids) {
        this.organisations = organisations;
        this.students = students;
        this.links = links;
        this.requests = requests;
        this.tries = tries;
        this.keys = keys;
        this.clock = clock;
        this.ids = ids;
    }

    public Outcome ask(Learner learner, Uai uai, Optional<Ine> ine, Claimant claimant) {
        Optional<Organisation> school = organisations.findByUai(uai);
        if (school.isEmpty()) return new Outcome.UnknownSchool();
        String organisationId = school.get().organisationId();
        Optional<SchoolLink> before = links.find(learner.learnerId(), organisationId);
        if (before.isPresent()) return new Outcome.Linked(before.get());
        Optional<Duration> locked = ine.isPresent() ? tries.count(claimant) : tries.countRequest(claimant);
        if (locked.isPresent()) return new Outcome.TooManyAttempts(locked.get());
        List<Student> fitting = fitting(learner, organisationId);
        Optional<SchoolLink> linked = ine.flatMap(number -> linked(learner, fitting, number.hash(keys)));
        if (linked.isPresent()) {
            tries.takeBack(claimant);
            return new Outcome.Linked(linked.get());
        }
        // Never one of two.
        Optional<String> studentId = fitting.size() == 1 ? Optional.of(fitting.getFirst().studentId()) : Optional.empty();
        return new Outcome.Asked(requests.ask(
                PlaceRequest.of(ids.get(), organisationId, learner.learnerId(), studentId, clock.instant())));
    }

    /** Students without an account who may be this person. */
    private List<Student> fitting(Learner learner, String organisationId) {
        return students.bornOn(organisationId, learner.birthDate()).stream()
                .filter(student -> student.isFree() && SamePerson.of(learner).as(student)).toList();
    }

    private Optional<SchoolLink> linked(Learner learner, List<Student> fitting, String ineHash) {
        Optional<Student> known = fitting.stream().filter(s -> s.ineHash().equals(Optional.of(ineHash))).findFirst();
        known.ifPresent(student -> links.link(student, learner.learnerId(), clock.instant()));
        return known.flatMap(student -> links.find(learner.learnerId(), student.organisationId()));
    }
}
