package pix.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Against what {@code -Dpix.aws.endpoint} names, or {@code moto_server} where it is installed; else skipped. */
class S3ObjectStoreTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Process server;
    private S3ObjectStore store;

    @BeforeEach
    void startAndMakeABucket() throws IOException {
        URI endpoint = endpoint();
        StaticCredentialsProvider anybody = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
        S3Configuration byPath = S3Configuration.builder().pathStyleAccessEnabled(true).build();
        S3Client s3 = S3Client.builder().endpointOverride(endpoint).region(Region.EU_WEST_3).credentialsProvider(anybody)
                .serviceConfiguration(byPath).httpClientBuilder(UrlConnectionHttpClient.builder()).build();
        S3Presigner presigner = S3Presigner.builder().endpointOverride(endpoint).region(Region.EU_WEST_3).credentialsProvider(anybody)
                .serviceConfiguration(byPath).s3Client(s3).build();
        String bucket = "pix-files-" + System.nanoTime();
        s3.createBucket(b -> b.bucket(bucket).createBucketConfiguration(c -> c.locationConstraint("eu-west-3")));
        store = new S3ObjectStore(s3, presigner, bucket, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        if (server != null) server.destroy();
    }

    @Test
    void takes_a_file_at_a_signed_address_and_gives_it_back() throws Exception {
        ObjectStore.PutAddress address = store.addressToPut("uploads/school-1/upload-1", 5);

        int put = HttpClient.newHttpClient().send(HttpRequest.newBuilder(address.url())
                .header("content-type", address.headers().get("content-type"))
                .PUT(HttpRequest.BodyPublishers.ofString("élan")).build(), BodyHandlers.discarding()).statusCode();

        assertEquals(200, put);
        assertTrue(address.url().getQuery().contains("content-length"), "the number of bytes is signed");
        Path file = folder.resolve("file");
        assertTrue(store.read("uploads/school-1/upload-1", file));
        assertEquals("élan", Files.readString(file));
    }

    @Test
    void writes_reads_gives_addresses_and_deletes() throws Exception {
        Path file = Files.writeString(folder.resolve("report.csv"), "1;2\n");

        store.write("reports/school-1/upload-1.csv", file, "text/csv");
        URI address = store.addressToGet("reports/school-1/upload-1.csv", "pix-import.csv");
        String fetched = HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();

        assertEquals("1;2\n", fetched);
        assertEquals(Optional.of("1;2\n"), store.readText("reports/school-1/upload-1.csv"));
        store.delete("reports/school-1/upload-1.csv");
        store.delete("reports/school-1/upload-1.csv");
        assertEquals(Optional.empty(), store.readText("reports/school-1/upload-1.csv"));
        assertFalse(store.read("reports/school-1/upload-1.csv", folder.resolve("none")));
    }

    private URI endpoint() throws IOException {
        String given = System.getProperty("pix.aws.endpoint", "");
        if (!given.isBlank()) return URI.create(given);
        boolean installed = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "moto_server")));
        assumeTrue(installed, "no S3 to try: neither -Dpix.aws.endpoint nor moto_server");
        int port = freePort();
        server = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", String.valueOf(port))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(port)) {
            assumeTrue(server.isAlive() && System.nanoTime() < until, "moto_server does not start");
            LockSupport.parkNanos(100_000_000);
        }
        return URI.create("http://127.0.0.1:" + port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
