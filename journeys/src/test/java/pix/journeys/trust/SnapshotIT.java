package pix.journeys.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pix.http.Json;

/**
 * What functions do before a snapshot is taken of them, told by the environment as Lambda tells them, on a real store. That
 * Lambda's snapshot keeps what they did is Lambda's part.
 */
class SnapshotIT {
    /** Those people wait for most: they go the way of a call before the snapshot. */
    private static final Set<String> PRIMED = Set.of("ShowLearnerFunction", "NextQuestionFunction", "SubmitAnswerFunction",
            "ShowProfileFunction", "ShowAssessmentFunction", "ShowEntryFunction");

    private static JsonNode plain;
    private static JsonNode primed;
    private static JsonNode cutOff;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        plain = firstCalls(false);
        primed = firstCalls(true);
        cutOff = firstCalls(true, "dead");
    }

    @Test
    void primed_functions_really_read_and_write_nothing() {
        Set<String> reading = new TreeSet<>();
        for (Map.Entry<String, JsonNode> function : primed.properties()) {
            if (function.getValue().path("reads").asInt() > 0) reading.add(function.getKey());
            assertEquals(0, function.getValue().path("writes").asInt(), function.getKey());
            assertTrue(function.getValue().path("storeIsAsBefore").asBoolean(), function.getKey());
        }
        assertEquals(new TreeSet<>(PRIMED), reading);
    }

    @Test
    void the_first_call_after_a_snapshot_is_answered_as_any_first_call_is() {
        for (Map.Entry<String, JsonNode> function : plain.properties()) {
            assertEquals(0, function.getValue().path("reads").asInt(), function.getKey() + " reads where no snapshot is taken");
            for (String part : List.of("status", "logged")) {
                assertEquals(function.getValue().path(part), primed.path(function.getKey()).path(part), function.getKey());
            }
        }
        for (String function : PRIMED) assertEquals(plain.path(function).path("body"), primed.path(function).path("body"), function);
        assertEquals(200, primed.path("ShowLearnerFunction").path("status").asInt());
        assertEquals(200, primed.path("ShowProfileFunction").path("status").asInt());
        assertTrue(primed.path("ShowProfileFunction").path("logged").path("cold").asBoolean());
    }

    @Test
    void a_function_that_does_not_reach_the_store_before_its_snapshot_works_after_it() {
        for (String function : PRIMED) {
            assertTrue(cutOff.path(function).path("reads").asInt() > 0, function + " did not even try");
            assertEquals(plain.path(function).path("status"), cutOff.path(function).path("status"), function);
            assertEquals(plain.path(function).path("body"), cutOff.path(function).path("body"), function);
        }
    }

    private static JsonNode firstCalls(boolean snapshot, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), FirstCall.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        if (snapshot) builder.environment().put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        return Json.read(printed.lines().toList().getLast());
    }
}
