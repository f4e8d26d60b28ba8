package pix.local;

import java.time.LocalDate;
import java.util.List;
import pix.Language;
import pix.learner.RegisterLearner;
import pix.learner.Situation;
import pix.store.DynamoLearners;

/** Accounts to try the service with. Seeding again changes nothing. */
final class Demo {
    private static final String PASSWORD = "demonstration-1";

    private Demo() {}

    /** Makes what is missing and says, line by line, who can sign in. */
    static List<String> seed(LocalPlatform platform) {
        RegisterLearner register = new RegisterLearner(platform.accounts(),
                new DynamoLearners(platform.dynamo(), platform.table("Learners")), platform.clock());
        register.register(new RegisterLearner.Command("lea.demo", PASSWORD, "Léa", "Martin",
                LocalDate.of(2012, 3, 14), Situation.TROISIEME, Language.FR));
        return List.of("learner   lea.demo / " + PASSWORD);
    }
}
