package pix.journeys.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pix.http.Json;

/**
 * The head of a school whose service fails again and again, and who sends file after file of its students. In the end every file that
 * was taken was read, and the roster is what the last one says.
 */
final class Enroller {
    private static final int CLASSES = 4;
    private static final int STUDENTS = 150;
    private static final int MORE_STUDENTS = 40;
    /** A run that was killed holds the roster for a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Insistent insistent;
    private final String school;
    private final String token;
    private final List<String> taken = new ArrayList<>();
    private int files;

    /** @param token of the head of this school */
    Enroller(Http http, String school, String token) {
        this.insistent = new Insistent(http);
        this.school = "/organisations/" + school;
        this.token = token;
    }

    /** Sends files that each have more students than the one before, most of them in another class. */
    void live(int files) {
        for (int i = 0; i < files; i++) send(++this.files);
    }

    private String send(int n) {
        String content = "ine;familyName;givenName;birthDate;class;email\n" + roster(n).entrySet().stream()
                .map(s -> "%s;Élève;Zoé;14/03/2011;%s;%n".formatted(s.getKey(), s.getValue())).collect(Collectors.joining());
        ObjectNode file = Json.object().put("fileName", "eleves-" + n + ".csv").put("bytes", content.getBytes(StandardCharsets.UTF_8).length)
                .put("mode", "import");
        JsonNode upload = World.expect(201, insistent.must("POST", school + "/uploads", token, file));
        URI address = URI.create(upload.path("url").asText());
        Http.Answer kept = insistent.must("PUT", address.getRawPath() + "?" + address.getRawQuery(), "", content, Map.of("content-type", "application/octet-stream"));
        assertEquals(200, kept.status(), kept.text());
        taken.add(upload.path("uploadId").asText());
        return taken.getLast();
    }

    /** The class of each student of the n-th file, by national student id. */
    private static Map<String, String> roster(int n) {
        return IntStream.range(0, STUDENTS + n * MORE_STUDENTS).boxed()
                .collect(Collectors.toMap("%09dKK"::formatted, i -> "K" + (i + n) % CLASSES, (a, b) -> a, TreeMap::new));
    }

    /** After the last failure. @return what was found */
    String check() {
        taken.forEach(this::done);
        JsonNode last = done(send(files));
        JsonNode again = done(send(files));

        Map<String, Long> expected = roster(files).values().stream().collect(Collectors.groupingBy(c -> c, TreeMap::new, Collectors.counting()));
        int students = roster(files).size();
        assertEquals(students, last.path("created").asInt() + last.path("updated").asInt() + last.path("unchanged").asInt(), last.toString());
        assertEquals(students, again.path("unchanged").asInt(), again.toString());
        Map<String, Long> counted = new TreeMap<>();
        JsonNode classes = json(school + "/classes");
        classes.path("classes").forEach(c -> counted.put(c.path("className").asText(), c.path("students").asLong()));
        assertEquals(expected, select(counted));
        assertEquals(classes.path("students").asLong(), counted.values().stream().mapToLong(n -> n).sum());
        expected.forEach((name, count) -> {
            List<String> ids = listed(name);
            assertEquals(count, ids.size(), name);
            assertEquals(count, ids.stream().distinct().count(), "nobody twice in " + name);
            assertEquals(count, json(school + "/overview?class=" + name).path("students").asLong(), name);
        });
        return "%d files read and %d students found again after %d requests".formatted(taken.size(), students, insistent.asked());
    }

    /** Its own classes, not those of the demonstration. */
    private static Map<String, Long> select(Map<String, Long> classes) {
        Map<String, Long> own = new TreeMap<>(classes);
        own.keySet().removeIf(name -> !name.startsWith("K"));
        return own;
    }

    private List<String> listed(String className) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(school + "/students?class=" + className + (cursor.isEmpty() ? "" : "&cursor=" + Calls.encoded(cursor)));
            page.path("students").forEach(s -> ids.add(s.path("studentId").asText()));
            cursor = page.path("cursor").asText();
        } while (!cursor.isEmpty());
        return ids;
    }

    private JsonNode done(String upload) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        JsonNode seen = json(school + "/uploads/" + upload);
        while (!seen.path("state").asText().equals("done") && System.nanoTime() < until) {
            LockSupport.parkNanos(200_000_000);
            seen = json(school + "/uploads/" + upload);
        }
        assertEquals("done", seen.path("state").asText(), seen.toString());
        return seen;
    }

    private JsonNode json(String path) {
        return World.expect(200, insistent.must("GET", path, token, null));
    }
}
