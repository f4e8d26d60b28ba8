package pix.journeys.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pix.embedded.Template;

/**
 * Every route of the template by everybody who may knock, over HTTP, against {@code access-matrix.txt}, which says what
 * its signs mean. What is told of somebody else's things is told of things that do not exist, word for word.
 */
@InThisProcess
class AccessMatrixIT {
    private static final Map<String, String> TABLE = table();
    private static World world;

    @BeforeAll
    static void begin() {
        world = new World();
    }

    @Test
    void every_route_has_a_row_and_every_row_a_route() {
        assertEquals(
                Calls.all().stream().map(c -> c.route().key()).sorted().collect(Collectors.joining("\n")),
                TABLE.keySet().stream().sorted().collect(Collectors.joining("\n")),
                "give a new route its row in journeys/src/test/resources/access-matrix.txt");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void lets_in_whom_the_table_says(String route) {
        Calls.Example call = Calls.all().stream().filter(c -> c.route().key().equals(route)).findFirst().orElseThrow();
        StringBuilder row = new StringBuilder();
        Things things = null;
        for (Who who : Who.values()) {
            if (things == null) things = things(call.route());
            String token = who.token(world, things.owner());
            Http.Answer answer = ask(call, things.variables(), token);
            row.append(row.isEmpty() ? "" : " ").append(told(answer));
            if (answer.status() >= 500) throw new AssertionError(route + " by " + who + ": " + answer.text());
            boolean refused = answer.status() == 404 || answer.status() == 403 && who.stranger();
            if (refused && route.contains("{") && "?-".indexOf(told(answer)) >= 0) tellsNothing(call, token, answer);
            // What was done is not there to be done again.
            if (!call.reads() && answer.status() < 300) things = null;
        }

        assertEquals(TABLE.get(route), row.toString(), route);
    }

    private static Stream<String> routes() {
        return Calls.all().stream().map(c -> c.route().key());
    }

    /** What a route is about: somebody's. */
    private record Things(World.Person owner, Map<String, String> variables) {}

    private static Things things(Template.Route route) {
        Map<String, String> variables = new HashMap<>(Map.of("uai", world.school.uai, "list", "1", "n", "1", "version", "0"));
        if (route.path().startsWith("/organisations/{id}")) {
            variables.put("id", world.school.id);
            variables.put("learnerId", world.school.appoint(World.person(), pix.organisation.Role.TEACHER).id());
            variables.put("studentId", world.school.student());
            if (route.path().contains("{requestId}")) variables.put("requestId", world.school.placeRequest());
            if (route.path().contains("{uploadId}")) variables.put("uploadId", world.school.upload());
            return new Things(World.person(), variables);
        }
        if (route.path().startsWith("/sessions/{id}") || route.path().startsWith("/assessments/{id}")) {
            World.Exam exam = world.exam();
            variables.put("id", route.path().startsWith("/sessions") ? exam.session() : exam.assessment());
            variables.put("learnerId", exam.candidate().id());
            variables.put("n", exam.alert());
            return new Things(exam.candidate(), variables);
        }
        World.Person owner = World.certifiable();
        if (route.path().startsWith("/certificates/") || route.path().startsWith("/verification/")) {
            String code = world.certificate(owner);
            variables.put("id", code);
            variables.put("code", code);
        }
        return new Things(owner, variables);
    }

    private static void tellsNothing(Calls.Example call, String token, Http.Answer told) {
        Http.Answer unknown = ask(call, Map.of("uai", "0000000A", "n", "1"), token);

        assertEquals(unknown.status(), told.status(), call.route().key());
        assertEquals(withoutId(unknown), withoutId(told), call.route().key());
    }

    private static ObjectNode withoutId(Http.Answer answer) {
        return ((ObjectNode) answer.json()).without("requestId");
    }

    private static Http.Answer ask(Calls.Example call, Map<String, String> variables, String token) {
        return Here.send(call.route().method(), call.path(variables), token, call.body(), call.headers());
    }

    private static char told(Http.Answer answer) {
        return switch (answer.problem()) {
            case "unauthenticated" -> '!';
            case "forbidden" -> '-';
            case "not-found", "unknown-code" -> '?';
            default -> '+';
        };
    }

    private static Map<String, String> table() {
        try (InputStream in = AccessMatrixIT.class.getResourceAsStream("/access-matrix.txt")) {
            Map<String, String> rows = new TreeMap<>();
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
            for (String line : lines) {
                String[] cells = line.split("\\s+");
                rows.put(cells[0] + " " + cells[1], Arrays.stream(cells).skip(2).collect(Collectors.joining(" ")));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
