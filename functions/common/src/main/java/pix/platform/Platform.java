package pix.platform;

import java.time.InstantSource;
import java.util.Optional;
import java.util.ServiceLoader;
import pix.certificate.Signer;
import pix.enrolment.RosterKeys;
import pix.http.Tokens;
import pix.learner.Accounts;
import pix.learner.SecondFactors;
import pix.objects.ObjectStore;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The technical ground the handlers are wired on. On AWS it is {@link AwsPlatform}; whoever runs the handlers elsewhere
 * puts a provider of this interface on the class path (see {@link ServiceLoader}).
 */
public interface Platform {

    /** The store. One client for the life of the process; thread-safe. */
    DynamoDbClient dynamo();

    /** The name of a table, by the name it has in the design: {@code Learners}, {@code Assessments}, … */
    String table(String name);

    /** Server time, in whole milliseconds as the store keeps it. A client's clock never decides anything. */
    InstantSource clock();

    Accounts accounts();

    /** Of the same accounts; empty where they can have none. */
    Optional<SecondFactors> secondFactors();

    /** Who shows a token on a route that everybody may call. */
    Tokens tokens();

    /** Signs certificates. */
    Signer signer();

    /** The keys of rosters. */
    RosterKeys rosterKeys();

    /** Where files are kept. */
    ObjectStore objects();

    /** What the process was started with; for what has to work before there is a platform. */
    static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    /** A setting of the deployment, by the name of its environment variable; empty where it is left out. */
    Optional<String> setting(String name);

    static Platform current() {
        return Current.PLATFORM;
    }

    /** Found once, when the first handler of a process is made. */
    final class Current {
        private static final Platform PLATFORM =
                ServiceLoader.load(Platform.class).findFirst().orElseGet(AwsPlatform::new);

        private Current() {}
    }
}
