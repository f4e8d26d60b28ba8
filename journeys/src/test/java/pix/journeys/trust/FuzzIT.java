package pix.journeys.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pix.http.Json;

/**
 * Requests made from {@code openapi.yaml}, half of them wrong somewhere, by people of every role: no answer is a failure of
 * the service, none is other than documented, none shows people whom the caller may not see.
 *
 * <p>{@code -Dpix.fuzz.requests=50000} for longer, {@code -Dpix.fuzz.seed} for others; without it they are the same every time.
 */
@InThisProcess
class FuzzIT {
    private static final int REQUESTS = Integer.getInteger("pix.fuzz.requests", 1500);
    private static final long SEED = Long.getLong("pix.fuzz.seed", 20261123);
    private static final int FRESH_EXAM_EVERY = 400;
    private static final List<Who> CALLERS = List.of(Who.NOBODY, Who.OWNER, Who.OWNER, Who.LEARNER, Who.TEACHER, Who.INVIGILATOR,
            Who.INVIGILATOR, Who.HEAD, Who.HEAD, Who.SYSTEM, Who.FORGED, Who.OTHER_TEACHER, Who.OTHER_INVIGILATOR, Who.OTHER_HEAD,
            Who.OPERATOR, Who.OPERATOR);
    private static final Set<Who> AWAY = Set.of(Who.OTHER_TEACHER, Who.OTHER_INVIGILATOR, Who.OTHER_HEAD, Who.OPERATOR);

    private final Random random = new Random(SEED);
    private final World world = new World();
    private final Sight sight = new Sight(world);
    private final Map<String, String> faults = new TreeMap<>();
    private final Map<String, List<Integer>> statuses = new TreeMap<>();
    private final List<String> ids = new ArrayList<>(Stream.concat(sight.ids().stream(), Stream.of("nothing", "0",
            world.elsewhere.id, world.elsewhere.uai, world.school.id, world.school.uai, world.school.teacher.id(),
            world.school.teacher.username())).toList());
    private final Rubbish rubbish = new Rubbish(random, ids);
    private final Map<String, String> events = Calls.all().stream().collect(Collectors.toMap(c -> c.route().key(), Calls.Example::body));
    private World.Exam exam;
    /** The question the candidate was last shown. */
    private JsonNode question = Json.object();

    @Test
    void no_request_breaks_the_service_the_contract_or_a_secret() {
        System.out.println("fuzz: " + REQUESTS + " requests, seed " + SEED + " (-Dpix.fuzz.seed)");
        List<Spec.Operation> operations = Spec.operations();
        for (int i = 0; i < REQUESTS; i++) {
            if (i % FRESH_EXAM_EVERY == 0) freshExam();
            ask(operations.get(random.nextInt(operations.size())));
        }

        System.out.println(statuses.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue().stream().collect(Collectors.groupingBy(s -> s, TreeMap::new, Collectors.counting())))
                .collect(Collectors.joining("\n")));
        assertTrue(faults.isEmpty(), faults.size() + " faults, seed " + SEED + ":\n" + String.join("\n", faults.values()));
        assertEquals(200, Here.get("/framework", "").status(), "it still answers");
    }

    private void freshExam() {
        exam = world.exam();
        ids.addAll(List.of(exam.session(), exam.assessment(), exam.candidate().id()));
    }

    private void ask(Spec.Operation operation) {
        Who who = rubbish.one(CALLERS);
        boolean valid = random.nextBoolean();
        String path = path(operation, who, valid) + query(operation, valid);
        String body = operation.body().isMissingNode() && random.nextInt(10) > 0 ? "" : body(operation, valid);
        Http.Answer answer = Here.send(operation.method(), path, who.token(world, exam.candidate()), body, headers(valid));
        remember(answer);
        statuses.computeIfAbsent(operation.key(), k -> new ArrayList<>()).add(answer.status());
        String asked = who + " " + operation.method() + " " + path + " " + body;
        note(operation, "failed", asked, answer, answer.status() >= 500);
        String fault = Spec.fault(operation, answer);
        note(operation, fault.replaceAll("[0-9]+", "0"), asked, answer, !fault.isEmpty());
        var headers = answer.response().headers();
        note(operation, "sets a cookie", asked, answer, headers.firstValue("set-cookie").isPresent());
        note(operation, "lets its type be guessed", asked, answer, !headers.firstValue("x-content-type-options").orElse("").equals("nosniff"));
        sight.learn(operation, path, answer);
        note(operation, "shows somebody", asked, answer, sight.shows(who, operation, asked, answer));
    }

    private void remember(Http.Answer answer) {
        if (!answer.type().equals("application/json")) return;
        JsonNode json = answer.json();
        if (json.path("question").has("itemId")) question = json.path("question");
        if (json.has("itemId")) question = json;
    }

    private void note(Spec.Operation operation, String fault, String asked, Http.Answer answer, boolean wrong) {
        if (!wrong) return;
        String what = operation.key() + ": " + fault;
        faults.putIfAbsent(what, what + "\n    asked " + shortened(asked) + "\n    got " + answer.status() + " " + shortened(answer.text()));
    }

    private String path(Spec.Operation operation, Who who, boolean valid) {
        Map<String, String> variables = new HashMap<>(Map.of("uai", world.school.uai, "list", "1", "n", exam.alert(),
                "learnerId", exam.candidate().id(), "code", sight.certificate(), "id", own(operation.path(), who)));
        StringBuilder path = new StringBuilder();
        for (String segment : operation.path().substring(1).split("/")) {
            boolean variable = segment.startsWith("{");
            String value = variable ? variables.getOrDefault(segment.substring(1, segment.length() - 1), rubbish.id()) : segment;
            if (variable && !valid && random.nextBoolean()) value = rubbish.word();
            // The library that sends will not send these as they are.
            path.append('/').append(value.isEmpty() || value.equals(".") || value.equals("..") ? "nothing" : Calls.encoded(value));
        }
        return path.toString();
    }

    private String own(String path, Who who) {
        boolean home = !AWAY.contains(who) || random.nextBoolean();
        if (path.startsWith("/sessions")) return home ? exam.session() : sight.elsewhere().session();
        if (path.startsWith("/assessments")) return exam.assessment();
        if (path.startsWith("/organisations")) return home ? world.school.id : world.elsewhere.id;
        return rubbish.id();
    }

    private String query(Spec.Operation operation, boolean valid) {
        List<String> pairs = new ArrayList<>();
        for (JsonNode parameter : operation.query()) {
            String name = parameter.path("name").asText();
            if (!parameter.path("required").asBoolean() && random.nextBoolean()) continue;
            String value = name.equals("cursor") ? rubbish.cursor() : rubbish.valid(parameter.path("schema"), 0).asText();
            pairs.add(name + "=" + Calls.encoded(valid ? value : rubbish.word()));
        }
        if (!valid && random.nextInt(4) == 0) pairs.add(Calls.encoded(rubbish.word()) + "=" + Calls.encoded(rubbish.word()));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private String body(Spec.Operation operation, boolean valid) {
        JsonNode value = random.nextBoolean() ? rubbish.valid(operation.body(), 0) : event(operation);
        if (value instanceof ObjectNode answer && answer.has("itemId") && question.has("itemId")) {
            answer.set("itemId", question.get("itemId"));
            answer.set("sequence", question.get("sequence"));
        }
        if (valid) return Json.write(value);
        return switch (random.nextInt(8)) {
            case 0 -> rubbish.broken();
            case 1 -> Json.write(rubbish.anything());
            case 2 -> "";
            case 3 -> Json.write(Json.object().put("x", "y".repeat(70_000 + random.nextInt(100_000))));
            default -> Json.write(rubbish.spoilt(rubbish.spoilt(value)));
        };
    }

    private JsonNode event(Spec.Operation operation) {
        String body = events.get(operation.key());
        try {
            return body.isEmpty() ? Json.object() : Json.read(body.replace("2026-12-01T08:30:00Z", Instant.now().plusSeconds(86_400).toString()));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, String> headers(boolean valid) {
        if (valid) return Map.of("pix-device", World.DEVICE);
        return switch (random.nextInt(6)) {
            case 0 -> Map.of("pix-device", "../" + "x".repeat(random.nextInt(200)));
            case 1 -> Map.of("content-type", "text/xml", "pix-device", World.DEVICE);
            case 2 -> Map.of("accept-language", "x;q=,;;;q=1e9,en;q=NaN," + "a,".repeat(500));
            case 3 -> Map.of("accept", "text/csv", "pix-device", World.DEVICE);
            case 4 -> Map.of("content-type", "application/json; charset=utf-16");
            default -> Map.of("pix-device", World.DEVICE);
        };
    }

    private static String shortened(String text) {
        return text.length() < 400 ? text : text.substring(0, 400) + "… (" + text.length() + ")";
    }
}
