package pix.functions.registration;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pix.assessment.Assessments;
import pix.assessment.Profiles;
import pix.certificate.Certificates;
import pix.enrolment.AskForPlace;
import pix.enrolment.ClaimPlace;
import pix.enrolment.ClaimTries;
import pix.enrolment.LeaveSchools;
import pix.enrolment.PlaceRequests;
import pix.enrolment.RosterKeys;
import pix.enrolment.SchoolLinks;
import pix.enrolment.Students;
import pix.enrolment.TakeRequestsBack;
import pix.learner.Accounts;
import pix.learner.ChangeSecondFactor;
import pix.learner.EraseLearner;
import pix.learner.Learners;
import pix.learner.RegisterLearner;
import pix.learner.SecondFactors;
import pix.organisation.Organisations;
import pix.platform.Ids;
import pix.platform.Platform;
import pix.session.BookSeat;
import pix.session.Candidates;
import pix.session.ForgetWords;
import pix.session.GiveSeatsBack;
import pix.session.Seats;
import pix.session.Sessions;
import pix.session.ShowCorrections;
import pix.store.DynamoAssessments;
import pix.store.DynamoCandidates;
import pix.store.DynamoCertificates;
import pix.store.DynamoClaimTries;
import pix.store.DynamoLearners;
import pix.store.DynamoOrganisations;
import pix.store.DynamoPlaceRequests;
import pix.store.DynamoProfiles;
import pix.store.DynamoSeats;
import pix.store.DynamoSessions;
import pix.store.DynamoSchoolLinks;
import pix.store.DynamoStudents;

/** What the handlers of this module are made of. */
final class Wiring {
    private Wiring() {}

    static Accounts accounts() {
        return Platform.current().accounts();
    }

    static Optional<SecondFactors> secondFactors() {
        return Platform.current().secondFactors();
    }

    static Optional<ChangeSecondFactor> changeSecondFactor() {
        return secondFactors().map(factors -> new ChangeSecondFactor(accounts(), factors));
    }

    static Learners learners() {
        return new DynamoLearners(Platform.current().dynamo(), Platform.current().table("Learners"));
    }

    static Profiles profiles() {
        return new DynamoProfiles(Platform.current().dynamo(), Platform.current().table("Learners"));
    }

    static Assessments assessments() {
        Platform platform = Platform.current();
        return new DynamoAssessments(platform.dynamo(), platform.table("Assessments"), platform.table("Learners"));
    }

    private static Certificates certificates() {
        return new DynamoCertificates(Platform.current().dynamo(), Platform.current().table("Certificates"));
    }

    static RegisterLearner registerLearner() {
        return new RegisterLearner(accounts(), learners(), Platform.current().clock());
    }

    static EraseLearner eraseLearner() {
        Seats seats = new DynamoSeats(Platform.current().dynamo(), Platform.current().table("Sessions"));
        BookSeat bookSeat = new BookSeat(sessions(), seats, candidates(), profiles(), Platform.current().clock());
        return new EraseLearner(accounts(), learners(), List.of(
                new GiveSeatsBack(seats, bookSeat),
                new ForgetWords(seats, candidates(), Platform.current().clock()),
                new TakeRequestsBack(placeRequests()),
                new LeaveSchools(schoolLinks())));
    }

    /** What the export holds beside the account, each under a name of its own. */
    static Map<String, ExportPart> exportParts() {
        Seats seats = new DynamoSeats(Platform.current().dynamo(), Platform.current().table("Sessions"));
        return Map.of(
                "bookings", new ExportedBookings(sessions(), seats, candidates()),
                "certificates", new ExportedCertificates(certificates()),
                "placeRequests", new ExportedPlaceRequests(placeRequests(), schoolReplies()),
                "schools", new ExportedSchools(schoolLinks(), schoolReplies()));
    }

    static ShowCorrections showCorrections() {
        return new ShowCorrections(assessments(), candidates());
    }

    private static Sessions sessions() {
        return new DynamoSessions(Platform.current().dynamo(), Platform.current().table("Sessions"));
    }

    private static Candidates candidates() {
        Platform platform = Platform.current();
        return new DynamoCandidates(platform.dynamo(), platform.table("Sessions"), new DynamoAssessments(
                platform.dynamo(), platform.table("Assessments"), platform.table("Learners")));
    }

    static Organisations organisations() {
        return new DynamoOrganisations(Platform.current().dynamo(), Platform.current().table("Organisations"));
    }

    static Students students() {
        return new DynamoStudents(Platform.current().dynamo(), Platform.current().table("Organisations"));
    }

    static SchoolLinks schoolLinks() {
        Platform platform = Platform.current();
        return new DynamoSchoolLinks(platform.dynamo(), platform.table("Learners"), platform.table("Organisations"));
    }

    static PlaceRequests placeRequests() {
        Platform platform = Platform.current();
        return new DynamoPlaceRequests(platform.dynamo(), platform.table("Learners"), platform.table("Organisations"), platform.clock());
    }

    static SchoolReplies schoolReplies() {
        return new SchoolReplies(organisations(), students());
    }

    static ClaimPlace claimPlace() {
        Platform platform = Platform.current();
        RosterKeys keys = platform.rosterKeys();
        return new ClaimPlace(students(), schoolLinks(), claimTries(keys), keys, learners(), platform.clock());
    }

    static AskForPlace askForPlace() {
        Platform platform = Platform.current();
        RosterKeys keys = platform.rosterKeys();
        SecureRandom random = new SecureRandom();
        return new AskForPlace(organisations(), students(), schoolLinks(), placeRequests(), claimTries(keys), keys, platform.clock(),
                () -> Ids.draw(random));
    }

    private static ClaimTries claimTries(RosterKeys keys) {
        Platform platform = Platform.current();
        return new DynamoClaimTries(platform.dynamo(), platform.table("Organisations"), keys, platform.clock());
    }
}
