package pix.journeys.trust;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import pix.http.Json;
import pix.organisation.Role;

/** People who write scripts and formulas wherever something may be written: names, places, reasons, reports, files. */
final class Scribbler {
    static final String SCRIPT = "<img src=x onerror=pwned=1><script>pwned=1</script>";
    static final String FORMULA = "=HYPERLINK(\"https://evil.example\")";
    static final String PASSWORD = "neuf-violons-bleus";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final World.Person head = register(SCRIPT);
    final World.Person candidate = register(SCRIPT);
    final World.Person operator = register(SCRIPT);
    final String organisation = organisation();

    Scribbler() {
        World.certify(candidate);
        Here.PLATFORM.accounts().join(operator.username(), "operator");
    }

    /** A session, and the test its candidate began. */
    record Exam(String session, String assessment, String accessCode) {}

    static World.Person register(String familyName) {
        String username = "scribbler." + System.nanoTime();
        ObjectNode person = Json.object().put("username", username).put("password", PASSWORD).put("givenName", "Zoé").put("familyName", familyName)
                .put("birthDate", "2009-03-14").put("situation", "terminale").put("locale", "fr");
        return new World.Person(World.expect(201, Here.post("/accounts", "", person)).path("learnerId").asText(), username);
    }

    private String organisation() {
        ObjectNode plan = Json.object().put("type", "centre").put("name", SCRIPT).put("city", SCRIPT).put("department", "75");
        String id = World.expect(201, Here.post("/organisations", judge(), plan)).path("organisationId").asText();
        ObjectNode staff = Json.object().put("username", head.username()).put("role", Role.HEAD.code());
        World.expect(201, Here.post("/organisations/" + id + "/staff", judge(), staff));
        return id;
    }

    private String judge() {
        return Minted.person(operator, "operator");
    }

    /** A session that is booked. */
    private Exam booked(Duration ahead) {
        ObjectNode plan = Json.object().put("startsAt", Instant.now().plus(ahead).toString()).put("room", SCRIPT)
                .put("address", SCRIPT).put("department", "75").put("capacity", 5).put("audience", "public");
        JsonNode session = World.expect(201, Here.post("/organisations/" + organisation + "/sessions", Minted.person(head), plan));
        String id = session.path("sessionId").asText();
        World.expect(201, Here.post("/sessions/" + id + "/bookings", Minted.person(candidate), Json.object()));
        return new Exam(id, "", session.path("accessCode").asText());
    }

    /** A running session, complained about and prolonged. */
    Exam exam() {
        Exam booked = booked(Duration.ofHours(1));
        String path = "/sessions/" + booked.session();
        String token = Minted.person(candidate);
        staff(path + "/opening", Json.object());
        World.expect(202, World.onDevice(path + "/entry", token, Json.object().put("accessCode", booked.accessCode())));
        staff(path + "/candidates/" + candidate.id() + "/admission", Json.object());
        String assessment = World.expect(201, World.onDevice("/assessments", token, Json.object().put("kind", "certification")
                .put("sessionId", booked.session()).put("locale", "fr"))).path("assessmentId").asText();
        World.expect(202, World.onDevice("/assessments/" + assessment + "/alerts", token, Json.object().put("category", "other").put("text", SCRIPT)));
        staff(path + "/minutes", Json.object().put("grantId", "grant-000001").put("minutes", 5).put("reason", SCRIPT));
        return new Exam(booked.session(), assessment, booked.accessCode());
    }

    /** Ends an exam with an incident, refuses its result, and appeals. */
    void judged(Exam exam) {
        String path = "/sessions/" + exam.session();
        staff(path + "/candidates/" + candidate.id() + "/alerts/1/decision", Json.object().put("decision", "dismiss"));
        ObjectNode end = Json.object();
        end.putArray("incidents").addObject().put("kind", "fraud").put("learnerId", candidate.id()).put("text", SCRIPT);
        end.putArray("notFinished").addObject().put("learnerId", candidate.id()).put("reason", "candidate");
        staff(path + "/finalisation", end);
        ObjectNode verdict = Json.object();
        verdict.putArray("decisions").addObject().put("learnerId", candidate.id()).put("decision", "reject").put("reason", SCRIPT);
        World.expect(200, Here.post(path + "/publication", judge(), verdict));
        Http.Answer appeal = Here.post(path + "/bookings/me/appeal", Minted.person(candidate), Json.object().put("text", SCRIPT));
        assertTrue(appeal.status() < 300, appeal.text());
    }

    /** @return a session that was called off */
    String cancelled() {
        String session = booked(Duration.ofDays(2)).session();
        staff("/sessions/" + session + "/cancellation", Json.object().put("reason", SCRIPT));
        return session;
    }

    private void staff(String path, JsonNode body) {
        World.expect(200, Here.post(path, Minted.person(head), body));
    }

    /** Sends a file whose name is a script and whose cells are scripts and formulas, in rows that are good and bad. @return the upload, read */
    JsonNode upload() {
        String uploads = "/organisations/" + organisation + "/uploads";
        String cells = "ine;familyName;givenName;birthDate;class;email\n" + rows(List.of(
                List.of("", "Martin", "Zoé", "14/03/2011", SCRIPT, ""), List.of("", "Durand", "Zoé", "14/03/2011", FORMULA, ""),
                List.of("", SCRIPT, "=1+1", "14/03/2011", SCRIPT, ""), List.of("", FORMULA, SCRIPT, "14/03/2011", FORMULA, ""),
                List.of(SCRIPT, "Petit", "Zoé", FORMULA, "3A", ""), List.of(FORMULA, "Petit", "Zoé", SCRIPT, "3A", SCRIPT)));
        ObjectNode file = Json.object().put("fileName", SCRIPT + ".csv").put("bytes", cells.getBytes(StandardCharsets.UTF_8).length).put("mode", "import");
        JsonNode upload = World.expect(201, Here.post(uploads, Minted.person(head), file));
        put(upload.path("url").asText(), cells);
        String path = uploads + "/" + upload.path("uploadId").asText();
        long until = System.nanoTime() + PATIENCE.toNanos();
        JsonNode read = Here.get(path, Minted.person(head)).json();
        while (!read.path("state").asText().equals("done") && System.nanoTime() < until) {
            LockSupport.parkNanos(100_000_000);
            read = Here.get(path, Minted.person(head)).json();
        }
        return read;
    }

    private static void put(String address, String content) {
        Http.Answer kept = Here.send("PUT", address.substring(Here.address().length()), "", content, Map.of("content-type", "application/octet-stream"));
        assertTrue(kept.status() == 200, kept.text());
    }

    private static String rows(List<List<String>> rows) {
        return rows.stream().map(row -> row.stream().map(cell -> '"' + cell.replace("\"", "\"\"") + '"').collect(Collectors.joining(";", "", "\n")))
                .collect(Collectors.joining());
    }
}
