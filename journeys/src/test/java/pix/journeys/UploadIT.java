package pix.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pix.http.Json;

/** A school's file goes to the started product as a browser would send it. */
class UploadIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private static Path data;

    private static Product product;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        product = Product.start(data);
    }

    @AfterAll
    static void stop() {
        product.close();
        CLIENT.close();
    }

    @Test
    void a_file_that_was_put_is_imported_even_where_the_process_is_killed_at_once() throws Exception {
        String token = signedIn();
        String school = "/organisations/" + json(get("/me/memberships", token)).at("/memberships/0/organisationId").asText();
        StringBuilder csv = new StringBuilder("ine;familyName;givenName;birthDate;class;email\n");
        for (int i = 0; i < 500; i++) csv.append("%09dAA;Élève;Zoé;14/03/2011;4B;%n".formatted(i));
        byte[] file = csv.toString().getBytes(StandardCharsets.UTF_8);

        JsonNode upload = json(send(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(
                "{\"fileName\": \"eleves.csv\", \"bytes\": " + file.length + ", \"mode\": \"import\"}")), school + "/uploads", token));
        URI address = URI.create(upload.path("url").asText());
        assertEquals(403, put(URI.create(address.toString().replace("bytes=" + file.length, "bytes=1")), file));
        assertEquals(200, put(address, file));
        product.kill();
        product.start();

        JsonNode done = awaitDone(school + "/uploads/" + upload.path("uploadId").asText(), token);
        assertEquals("done", done.path("state").asText());
        assertEquals(500, done.path("created").asInt());
        JsonNode students = json(get(school + "/students?class=4B", token));
        assertEquals(50, students.path("students").size());
        assertTrue(json(get(school + "/overview?class=3A", token)).at("/distribution/shown").asBoolean(), "the class of the demonstration");
    }

    private static JsonNode awaitDone(String path, String token) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        JsonNode seen = json(get(path, token));
        while (!seen.path("state").asText().equals("done") && System.nanoTime() < until) {
            LockSupport.parkNanos(500_000_000);
            seen = json(get(path, token));
        }
        return seen;
    }

    private static int put(URI address, byte[] file) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).header("content-type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(file)).build();
        return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static String signedIn() {
        return Person.signedIn(product, "hugo.demo").token();
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        return send(HttpRequest.newBuilder().GET(), path, token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String path, String token) throws Exception {
        if (!token.isEmpty()) request.header("authorization", "Bearer " + token);
        return CLIENT.send(request.uri(URI.create(product.address() + path)).build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return Json.read(answer.body());
    }
}
