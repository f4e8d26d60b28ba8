package pix.journeys.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import pix.embedded.MotoServer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The same on any implementation of DynamoDB: {@code -Dpix.aws.endpoint=http://localhost:4566}; where none is named, on
 * {@code moto_server} where it is installed.
 */
class EndpointStoreTest extends StoreContract {
    private static MotoServer moto;
    private static DynamoDbClient client;

    @BeforeAll
    static void connect() {
        String endpoint = System.getProperty("pix.aws.endpoint", "");
        if (endpoint.isBlank()) {
            Optional<MotoServer> started = MotoServer.start();
            if (started.isEmpty()) return;
            moto = started.get();
        }
        client = client(moto == null ? URI.create(endpoint) : moto.endpoint());
        createTables(client);
    }

    @AfterAll
    static void stop() {
        if (moto != null) moto.close();
    }

    static DynamoDbClient client(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_3)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @Override
    DynamoDbClient client() {
        assumeTrue(client != null, "skipped: no other store (moto_server is not on the path, none is named with -Dpix.aws.endpoint)");
        return client;
    }
}
