package pix.journeys.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The same on any implementation of DynamoDB: {@code -Dpix.aws.endpoint=http://localhost:4566}. */
class EndpointStoreTest extends StoreContract {
    private static DynamoDbClient client;

    @BeforeAll
    static void connect() {
        String endpoint = System.getProperty("pix.aws.endpoint", "");
        if (endpoint.isBlank()) return;
        client = client(URI.create(endpoint));
        createTables(client);
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
        assumeTrue(client != null, "skipped: no other store is named with -Dpix.aws.endpoint");
        return client;
    }
}
