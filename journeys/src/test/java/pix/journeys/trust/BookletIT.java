package pix.journeys.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import pix.assessment.Examiner;
import pix.assessment.Turn;
import pix.bank.Item;
import pix.bank.pack.PackedBank;
import pix.http.Json;
import pix.http.ResponseJson;
import pix.store.DynamoAssessments;

/**
 * A national student id on its whole way: from the school's file, sealed in the roster, with the certificate of an
 * enrolled student, into the booklet and the results of that school and of no other.
 */
@InThisProcess
class BookletIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Examiner EXAMINER = new Examiner(PackedBank.load());
    private static final DynamoAssessments ASSESSMENTS = new DynamoAssessments(Here.PLATFORM.dynamo(), "Assessments", "Learners");
    private static final String HERE = "120890177FA";
    private static final String ELSEWHERE = "0654321987B";

    private final World world = new World();

    @Test
    void a_national_student_id_reaches_the_booklet_and_the_results_of_its_school_and_of_no_other() throws Exception {
        String here = certify(world.school, HERE);
        String elsewhere = certify(world.elsewhere, ELSEWHERE);

        assertEquals(HERE + " " + here, booklet(world.school));
        assertEquals(ELSEWHERE + " " + elsewhere, booklet(world.elsewhere));
        String results = results(world.school, world.school.teacher).text();
        assertTrue(results.contains(HERE) && results.contains(here), results);
        assertFalse(results.contains(ELSEWHERE), results);
        assertEquals(403, results(world.school, world.elsewhere.teacher).status());
        String log = Here.PLATFORM.log();
        String kept = Here.PLATFORM.laptop().everything().toString();
        for (String id : new String[] {HERE, ELSEWHERE}) assertFalse(log.contains(id) || kept.contains(id), "in the clear");
    }

    /** The one certification in the booklet of a school, as its national student id and code. */
    private static String booklet(World.School school) {
        JsonNode page = World.expect(200, Here.get("/booklets/" + school.uai + "/certifications", Minted.system("pix/booklet")));
        assertEquals(1, page.path("certifications").size(), page.toString());
        JsonNode only = page.path("certifications").path(0);
        return only.path("nationalStudentId").asText() + " " + only.path("certificateCode").asText();
    }

    private static Http.Answer results(World.School school, World.Person reader) {
        return Here.send("GET", "/organisations/" + school.id + "/results", Minted.person(reader), "", Map.of("accept", "text/csv"));
    }

    /** @return the code of the certificate of a student whom the school lists with this national id and enrols */
    private String certify(World.School school, String nationalId) throws IOException, InterruptedException {
        World.Person student = World.certifiable();
        String token = Minted.person(student);
        String head = Minted.person(school.head);
        String invigilator = Minted.person(school.invigilator);
        list(school, head, nationalId + ";Canari;Zoé;14/03/2012;3A;\n");
        JsonNode codes = World.expect(200, Here.send("GET", "/organisations/" + school.id + "/students/claim-codes", head, "",
                Map.of("accept", "application/json")));
        String code = codes.path("students").path(0).path("claimCode").asText();
        Http.Answer claimed = Here.post("/me/schools", token, Json.object().put("claimCode", code));
        assertTrue(claimed.status() < 300, claimed.text());

        ObjectNode nothing = Json.object();
        JsonNode session = World.expect(201, Here.post("/organisations/" + school.id + "/sessions", head,
                world.plan(5).put("audience", "own-students")));
        String path = "/sessions/" + session.path("sessionId").asText();
        World.expect(201, Here.post(path + "/candidates", head, Json.object().put("class", "3A")));
        World.expect(200, Here.post(path + "/opening", invigilator, nothing));
        World.expect(202, World.onDevice(path + "/entry", token, Json.object().put("accessCode", session.path("accessCode").asText())));
        World.expect(200, Here.post(path + "/candidates/" + student.id() + "/admission", invigilator, nothing));
        sit(token, World.expect(201, World.onDevice("/assessments", token, Json.object().put("kind", "certification")
                .put("sessionId", session.path("sessionId").asText()).put("locale", "fr"))).path("assessmentId").asText());
        World.expect(200, Here.post(path + "/finalisation", invigilator,
                Json.object().<ObjectNode>set("incidents", Json.array()).set("notFinished", Json.array())));
        World.expect(200, Here.post(path + "/publication", Minted.person(world.operator, "operator"),
                Json.object().set("decisions", Json.array())));
        Here.fire("IssueCertificates");
        return World.expect(200, Here.get("/me/certificates", token)).path("certificates").path(0).path("certificateId").asText();
    }

    private static void list(World.School school, String head, String students) throws IOException, InterruptedException {
        byte[] file = ("ine;familyName;givenName;birthDate;class;email\n" + students).getBytes(StandardCharsets.UTF_8);
        String uploads = "/organisations/" + school.id + "/uploads";
        JsonNode upload = Here.post(uploads, head, Json.object().put("fileName", "eleves.csv").put("bytes", file.length).put("mode", "import")).json();
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(URI.create(upload.path("url").asText())).header("content-type", "application/octet-stream")
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(file)).build(), HttpResponse.BodyHandlers.discarding());
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        JsonNode seen;
        do {
            LockSupport.parkNanos(100_000_000);
            seen = Here.get(uploads + "/" + upload.path("uploadId").asText(), head).json();
        } while (!seen.path("state").asText().equals("done") && System.nanoTime() < until);
        assertEquals(1, seen.path("created").asInt(), seen.toString());
    }

    private static void sit(String token, String assessment) {
        Turn turn = ASSESSMENTS.last(assessment).orElseThrow();
        while (!turn.completed()) {
            Item item = EXAMINER.item(turn.pendingKey());
            ObjectNode answer = Json.object().put("sequence", turn.sequence() + 1).put("itemId", item.id().toString());
            answer.set("response", ResponseJson.write(item.rightResponse(turn.terms().seed(), turn.terms().locale())));
            World.expect(200, World.onDevice("/assessments/" + assessment + "/answers", token, answer));
            turn = ASSESSMENTS.last(assessment).orElseThrow();
        }
    }
}
