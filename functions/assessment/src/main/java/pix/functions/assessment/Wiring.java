package pix.functions.assessment;

import java.security.SecureRandom;
import java.time.InstantSource;
import pix.assessment.CalibrateBank;
import pix.assessment.ChooseVersion;
import pix.assessment.Examiner;
import pix.assessment.Profiles;
import pix.assessment.ShowProfile;
import pix.assessment.ShowQuestion;
import pix.assessment.StartAssessment;
import pix.assessment.SubmitAnswer;
import pix.assessment.Supervision;
import pix.bank.Bank;
import pix.bank.pack.PackedBank;
import pix.calibration.Calibrations;
import pix.platform.Ids;
import pix.platform.Platform;
import pix.session.ExamRoom;
import pix.session.ShowCorrections;
import pix.store.DynamoAssessments;
import pix.store.DynamoCalibrations;
import pix.store.DynamoCandidates;
import pix.store.DynamoLearners;
import pix.store.DynamoProfiles;
import pix.store.DynamoSessions;

/** What the handlers of this module are made of. */
final class Wiring {
    private Wiring() {}

    /** Made once a process: the bank is the largest thing a function loads. */
    static Examiner examiner() {
        return OneExaminer.EXAMINER;
    }

    static Supervision supervision() {
        Platform platform = Platform.current();
        String table = platform.table("Sessions");
        return new ExamRoom(new DynamoSessions(platform.dynamo(), table),
                new DynamoCandidates(platform.dynamo(), table, assessments()));
    }

    static ShowQuestion showQuestion() {
        return new ShowQuestion(assessments(), supervision(), Platform.current().clock());
    }

    static ShowCorrections showCorrections() {
        Platform platform = Platform.current();
        return new ShowCorrections(
                assessments(), new DynamoCandidates(platform.dynamo(), platform.table("Sessions"), assessments()));
    }

    static Bank bank() {
        return OneExaminer.BANK;
    }

    static Calibrations calibrations() {
        Platform platform = Platform.current();
        return new DynamoCalibrations(platform.dynamo(), platform.table("Calibrations"));
    }

    static CalibrateBank calibrateBank() {
        return new CalibrateBank(assessments(), calibrations(), examiner(), clock());
    }

    static ChooseVersion chooseVersion() {
        return new ChooseVersion(calibrations(), bank(), clock());
    }

    static DynamoAssessments assessments() {
        Platform platform = Platform.current();
        return new DynamoAssessments(platform.dynamo(), platform.table("Assessments"), platform.table("Learners"));
    }

    static StartAssessment startAssessment() {
        Platform platform = Platform.current();
        SecureRandom random = new SecureRandom();
        return new StartAssessment(new DynamoLearners(platform.dynamo(), platform.table("Learners")), profiles(),
                assessments(), supervision(), examiner(), platform.clock(), random, () -> Ids.draw(random));
    }

    static SubmitAnswer submitAnswer() {
        return new SubmitAnswer(profiles(), assessments(), supervision(), examiner(), Platform.current().clock());
    }

    static ShowProfile showProfile() {
        return new ShowProfile(profiles(), assessments(), examiner(), Platform.current().clock());
    }

    static InstantSource clock() {
        return Platform.current().clock();
    }

    static Profiles profiles() {
        return new DynamoProfiles(Platform.current().dynamo(), Platform.current().table("Learners"));
    }

    private static final class OneExaminer {
        private static final Bank BANK = PackedBank.load();
        private static final Examiner EXAMINER = new Examiner(BANK, calibrations());
    }
}
