package pix.journeys.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The same on LocalStack, where Docker runs. */
class LocalStackStoreTest extends StoreContract {
    /** The last tag that asks for no token. */
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    private static LocalStackContainer localStack;
    private static DynamoDbClient client;

    @BeforeAll
    static void start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) return;
        localStack = new LocalStackContainer(IMAGE).withServices("dynamodb");
        localStack.start();
        client = EndpointStoreTest.client(localStack.getEndpoint());
        createTables(client);
    }

    @AfterAll
    static void stop() {
        if (localStack != null) localStack.stop();
    }

    @Override
    DynamoDbClient client() {
        assumeTrue(client != null, "skipped: Docker does not run on this machine");
        return client;
    }
}
