package pix.functions.registration;

import pix.assessment.Assessments;
import pix.assessment.Profiles;
import pix.certificate.Certificates;
import pix.learner.Accounts;
import pix.learner.EraseLearner;
import pix.learner.Learners;
import pix.learner.RegisterLearner;
import pix.platform.Platform;
import pix.store.DynamoAssessments;
import pix.store.DynamoCertificates;
import pix.store.DynamoLearners;
import pix.store.DynamoProfiles;

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

    static Certificates certificates() {
        return new DynamoCertificates(Platform.current().dynamo(), Platform.current().table("Certificates"));
    }

    static RegisterLearner registerLearner() {
        return new RegisterLearner(accounts(), learners(), Platform.current().clock());
    }

    static EraseLearner eraseLearner() {
        return new EraseLearner(accounts(), learners());
    }
}
