package pix.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pix.embedded.EmbeddedStore;
import pix.embedded.Template;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class GuardedStoreTest {
    private static final Map<String, AttributeValue> KEY =
            Map.of("certificateCode", AttributeValue.fromS("none"), "facet", AttributeValue.fromS("certificate"));

    /** Reads certificates and counts who asks, and nothing else. */
    private final Template.Function verify = Template.ofBuild().functions().stream()
            .filter(f -> f.name().equals("VerifyCertificateFunction")).findFirst().orElseThrow();

    private final EmbeddedStore store = EmbeddedStore.inMemory();
    private final DynamoDbClient guarded = GuardedStore.of(store.client());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void lets_a_function_do_what_its_policies_allow_on_every_thread_it_starts() throws Exception {
        GuardedStore.as(verify, () -> onAnotherThread(() -> assertTrue(read().isEmpty())));
    }

    @Test
    void stops_a_function_at_what_they_do_not_allow_on_every_thread_it_starts() throws Exception {
        GuardedStore.as(verify, () -> assertThrows(IllegalStateException.class, () -> delete()));
        ExecutionException stopped = assertThrows(ExecutionException.class,
                () -> GuardedStore.as(verify, () -> onAnotherThread(() -> delete())));
        assertEquals("template.yaml does not allow VerifyCertificateFunction dynamodb:DeleteItem on Certificates",
                stopped.getCause().getMessage());
    }

    @Test
    void lets_everything_pass_that_belongs_to_no_function() throws Exception {
        GuardedStore.as(verify, () -> read());

        delete();
        onAnotherThread(() -> delete());
    }

    private Map<String, AttributeValue> read() {
        return guarded.getItem(g -> g.tableName("Certificates").key(KEY)).item();
    }

    private void delete() {
        guarded.deleteItem(d -> d.tableName("Certificates").key(KEY));
    }

    private static void onAnotherThread(Runnable work) throws ExecutionException, InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(work).get();
        }
    }
}
