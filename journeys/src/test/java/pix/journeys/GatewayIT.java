package pix.journeys;

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
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pix.embedded.TokenIssuer;
import pix.http.Json;

/** The started product over HTTP: tokens, addresses, headers, and what a killed process leaves behind. */
class GatewayIT {
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
    void refuses_a_call_without_a_valid_token_in_the_callers_language() throws Exception {
        String token = signedIn();
        String[] parts = token.split("\\.");
        String otherKey = new TokenIssuer(TokenIssuer.newKey(), InstantSource.system()).issue("s", "n", List.of());
        String noSignature = parts[0] + "." + parts[1] + ".";
        String changed = parts[0] + "." + parts[1].substring(0, 20) + "A" + parts[1].substring(21) + "." + parts[2];

        assertEquals(200, get("/me", token).statusCode());
        for (String bad : List.of("", "nonsense", otherKey, noSignature, changed)) {
            HttpResponse<String> refused = get("/me", bad);
            assertEquals(401, refused.statusCode(), bad);
            assertEquals("unauthenticated", Json.read(refused.body()).path("type").asText());
            assertEquals("Sign in to continue.", Json.read(refused.body()).path("title").asText());
        }
    }

    @Test
    void refuses_an_expired_token() throws Exception {
        String token = signedIn();
        product.close();
        Product later = Product.start(data, "-Dpix.clock.offset=PT2H");
        try {
            assertEquals(401, send(later, HttpRequest.newBuilder().GET(), "/me", token).statusCode());
        } finally {
            later.close();
            product.start();
        }
    }

    @Test
    void says_what_an_address_allows() throws Exception {
        HttpResponse<String> wrongMethod = send(product, HttpRequest.newBuilder().DELETE(), "/framework", "");
        HttpResponse<String> nowhere = get("/nowhere", "");

        assertEquals(405, wrongMethod.statusCode());
        assertEquals("GET", wrongMethod.headers().firstValue("allow").orElseThrow());
        assertEquals(404, nowhere.statusCode());
        assertEquals("not-found", Json.read(nowhere.body()).path("type").asText());
    }

    @Test
    void serves_pages_with_a_strict_policy_and_nothing_but_pages() throws Exception {
        HttpResponse<String> page = get("/", "");
        String policy = page.headers().firstValue("content-security-policy").orElseThrow();

        assertTrue(page.body().contains("<html"));
        assertTrue(policy.contains("default-src 'none'") && !policy.contains("unsafe"), policy);
        assertEquals("nosniff", page.headers().firstValue("x-content-type-options").orElseThrow());
        for (String path : List.of("/../pom.xml", "/%2e%2e/pix/template.yaml", "/.pix/token-key.json", "/web/index.html",
                "/webjars/../pix/bank/bank.pack", "/webjars/x/../../pix/bank/bank.pack", "//etc/passwd")) {
            assertEquals(404, get(path, "").statusCode(), path);
        }
    }

    @Test
    void keeps_every_acknowledged_answer_when_it_is_killed() throws Exception {
        String token = signedIn();
        JsonNode started = post("/assessments", token, "{\"kind\":\"placement\",\"locale\":\"en\"}");
        String id = started.path("assessmentId").asText();
        JsonNode question = started.path("question");
        for (int n = 1; n <= 5; n++) {
            ObjectNode answer = Json.object().put("sequence", n).put("itemId", question.path("itemId").asText());
            answer.set("response", Json.object().put("skip", true));
            JsonNode reply = post("/assessments/" + id + "/answers", token, Json.write(answer));
            question = reply.path("question");
            product.kill();
            product.start();

            assertEquals(question, Json.read(get("/assessments/" + id + "/question", token).body()));
            assertEquals(reply, post("/assessments/" + id + "/answers", token, Json.write(answer)), "repeated");
        }
    }

    @Test
    void writes_nothing_personal_to_its_log() throws Exception {
        signedIn();

        String output = product.output();
        for (String secret : List.of("lea.demo", "karim.demo", "Léa", "Benali", "2012-03-14", "eyJ")) {
            String log = output.lines().filter(line -> line.startsWith("{")).toList().toString();
            assertFalse(log.contains(secret), secret);
        }
    }

    private static String signedIn() {
        return Person.signedIn(product, "lea.demo").token();
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        return send(product, HttpRequest.newBuilder().GET(), path, token);
    }

    private static JsonNode post(String path, String token, String body) throws Exception {
        return Json.read(send(product, HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)), path, token).body());
    }

    private static HttpResponse<String> send(Product to, HttpRequest.Builder request, String path, String token)
            throws IOException, InterruptedException {
        request.uri(URI.create(to.address() + path)).header("accept-language", "en");
        if (!token.isEmpty()) request.header("authorization", "Bearer " + token);
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
