package pix.functions.registration;

import pix.assessment.Assessments;
import pix.assessment.Profiles;
import pix.enrolment.ClaimPlace;
import pix.enrolment.RosterKeys;
import pix.enrolment.SchoolLinks;
import pix.enrolment.Students;
import pix.learner.Accounts;
import pix.learner.EraseLearner;
import pix.learner.Learners;
import pix.learner.RegisterLearner;
import pix.organisation.Organisations;
import pix.platform.Platform;
import pix.store.DynamoAssessments;
import pix.store.DynamoClaimTries;
import pix.store.DynamoLearners;
import pix.store.DynamoOrganisations;
import pix.store.DynamoProfiles;
import pix.store.DynamoSchoolLinks;
import pix.store.DynamoStudents;

/** What the handlers of this module are made of. */
final class Wiring {
    private Wiring() {}

    static Accounts accounts() {
        return Platform.current().accounts();
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

    static RegisterLearner registerLearner() {
        return new RegisterLearner(accounts(), learners(), Platform.current().clock());
    }

    static EraseLearner eraseLearner() {
        return new EraseLearner(accounts(), learners(), schoolLinks());
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

    static SchoolReplies schoolReplies() {
        return new SchoolReplies(organisations(), students());
    }

    static ClaimPlace claimPlace() {
        Platform platform = Platform.current();
        RosterKeys keys = platform.rosterKeys();
        return new ClaimPlace(students(), schoolLinks(),
                new DynamoClaimTries(platform.dynamo(), platform.table("Organisations"), keys, platform.clock()), keys, learners(),
                platform.clock());
    }
}
