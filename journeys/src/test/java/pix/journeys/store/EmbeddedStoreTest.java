package pix.journeys.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import pix.embedded.EmbeddedStore;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class EmbeddedStoreTest extends StoreContract {
    private static EmbeddedStore store;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.inMemory();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Override
    DynamoDbClient client() {
        return store.client();
    }
}
