package pix.journeys.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pix.http.Json;

/** What is too large, too deep, too many or too slow is refused in the words of the contract, or cut off. */
@InThisProcess
class LimitsIT {
    private static final String ACCOUNT = "{\"username\":\"%s\"}";
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    @ParameterizedTest
    @ValueSource(ints = {65 * 1024, 200 * 1024, 11 * 1024 * 1024})
    void refuses_a_body_that_is_too_large(int length) {
        refused(413, "too-large", post("/accounts", ACCOUNT.formatted("x".repeat(length))));
    }

    @Test
    void refuses_what_is_nested_too_deep() {
        for (int depth : List.of(21, 1000, 9000)) {
            refused(400, "malformed-json", post("/accounts", "[".repeat(depth)));
            refused(400, "malformed-json", post("/accounts", "{\"a\":".repeat(depth) + "1" + "}".repeat(depth)));
        }
    }

    @Test
    void refuses_lists_that_are_too_long_and_numbers_that_are_too_large() {
        World world = new World();
        String path = "/organisations/" + world.school.id + "/sessions";
        String plan = Json.write(world.plan(5).set("invigilators", Json.strings(java.util.Collections.nCopies(1000, "somebody"))));
        String seats = Json.write(world.plan(1_000_000));

        for (String body : List.of(plan, seats)) {
            refused(422, "invalid-input", Here.send("POST", path, Minted.person(world.school.head), body, Map.of()));
        }
        refused(400, "malformed-json", Here.send("POST", path, Minted.person(world.school.head),
                "{\"capacity\":" + "9".repeat(2000) + "}", Map.of()));
    }

    @Test
    void gives_lists_in_pages_of_its_own_size() {
        World world = new World();
        String path = "/organisations/" + world.school.id + "/sessions?limit=100000";

        refused(422, "unknown-field", Here.get(path, Minted.person(world.school.head)));
    }

    @Test
    void refuses_to_fire_a_schedule_for_a_page_of_another_site() {
        String schedule = "/local/schedules/IssueCertificates";
        refused(403, "forbidden", Here.send("POST", schedule, "", "", Map.of("origin", "https://elsewhere.example")));
        assertEquals(200, Here.send("POST", schedule, "", "", Map.of("origin", Here.address())).status());
    }

    @Test
    void refuses_methods_and_addresses_it_does_not_have() {
        for (String method : List.of("PUT", "DELETE", "OPTIONS", "TRACE", "BREW")) {
            refused(405, "method-not-allowed", Here.send(method, "/framework", "", "", Map.of()));
            refused(404, "not-found", Here.send(method, "/nowhere", "", "", Map.of()));
        }
    }

    @Test
    void refuses_rubbish_before_it_reaches_anybody() throws IOException {
        for (String request : List.of(
                "GET /%zz HTTP/1.1\r\nhost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nhost: x\r\nx: " + "a".repeat(100_000) + "\r\n\r\n",
                "GET / HTTP/1.1\r\nhost: x\r\n" + "x: y\r\n".repeat(1000) + "\r\n",
                "GET /\u0000 HTTP/1.1\r\nhost: x\r\n\r\n",
                "\r\n\r\n\r\n",
                "POST /accounts HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n",
                "POST /accounts HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n")) {
            String status = answered(request);
            assertTrue(status.isEmpty() || status.matches("HTTP/1.1 4\\d\\d .*"), request.lines().findFirst().orElse("") + " got " + status);
        }
        assertEquals(200, Here.get("/framework", "").status());
    }

    @Test
    void refuses_files_that_are_too_large_or_not_as_long_as_announced() throws Exception {
        World world = new World();
        String uploads = "/organisations/" + world.school.id + "/uploads";
        String head = Minted.person(world.school.head);
        ObjectNode file = Json.object().put("fileName", "eleves.csv").put("mode", "preview");

        Http.Answer announced = Here.post(uploads, head, file.put("bytes", 50_000_001));
        refused(422, "invalid-input", announced);
        assertEquals("/bytes", announced.json().path("errors").path(0).path("pointer").asText());

        JsonNode upload = World.expect(201, Here.post(uploads, head, file.put("bytes", 1000)));
        String address = upload.path("url").asText().substring(Here.address().length());
        for (int length : List.of(0, 999, 1001, 5_000_000)) {
            refused(400, "wrong-length", Here.send("PUT", address, "", "x".repeat(length), Map.of("content-type", "application/octet-stream")));
        }
        refused(403, "forbidden", Here.send("PUT", address.replace("bytes=1000", "bytes=1001"), "", "x".repeat(1001), Map.of()));
        assertEquals("waiting", Here.get(uploads + "/" + upload.path("uploadId").asText(), head).json().path("state").asText());
        String halfway = told("PUT " + address + " HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n" + "x".repeat(999));
        assertTrue(halfway.startsWith("HTTP/1.1 408 "), halfway);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!halves().isEmpty() && System.nanoTime() < until) LockSupport.parkNanos(20_000_000);
        assertEquals(List.of(), halves(), "a file half of which came is kept");
    }

    private static List<Path> halves() throws IOException {
        try (var files = Files.walk(Here.PLATFORM.data().resolve("objects"))) {
            return files.filter(path -> path.toString().endsWith(".new")).toList();
        }
    }

    @Test
    void tells_who_asks_too_slowly_or_cuts_them_off_and_answers_others_meanwhile() throws Exception {
        List<Socket> slow = new ArrayList<>();
        List<Socket> unheard = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            slow.add(open("POST /accounts HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{"));
            slow.add(open("POST /accounts HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n1\r\n{\r\n"));
            unheard.add(open("POST /accounts HTTP/1.1\r\nhost: x\r\nx-slow"));
        }

        assertEquals(200, Here.get("/framework", "").status());
        for (Socket socket : slow) assertEquals(0, socket.getInputStream().available(), "others wait until the slow ones are told");
        for (Socket socket : slow) {
            String told = rest(socket);
            assertTrue(told.startsWith("HTTP/1.1 408 ") && told.contains("application/problem+json") && told.contains("\"request-timeout\""), told);
        }
        for (Socket socket : unheard) assertEquals("", rest(socket), "who has not said what they want cannot be answered");
    }

    private static Http.Answer post(String path, String body) {
        return Here.send("POST", path, "", body, Map.of());
    }

    private static void refused(int status, String slug, Http.Answer answer) {
        assertEquals(status + " " + slug, answer.status() + " " + answer.problem(), answer.text());
    }

    private static Socket open(String request) throws IOException {
        Socket socket = new Socket("localhost", URI.create(Here.address()).getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        OutputStream out = socket.getOutputStream();
        out.write(request.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return socket;
    }

    /** The first line of the answer, empty where the connection just ends. */
    private static String answered(String request) throws IOException {
        try (Socket socket = open(request)) {
            return new String(socket.getInputStream().readNBytes(64), StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
        } catch (SocketException e) {
            return "";
        }
    }

    private static String told(String request) throws IOException {
        return rest(open(request));
    }

    /** All that comes until the connection ends. */
    private static String rest(Socket socket) throws IOException {
        try (socket) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            return "";
        }
    }
}
