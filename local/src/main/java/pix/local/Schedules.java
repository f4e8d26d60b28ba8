package pix.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pix.embedded.PlainContext;
import pix.embedded.Template;
import pix.http.Json;

/** What EventBridge Scheduler does: starts the functions of the template that have a schedule, when it is time. */
final class Schedules {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final List<Template.Function> functions;
    private final Routes routes;
    private final InstantSource clock;
    private final Log log;

    Schedules(Template template, Routes routes, InstantSource clock, Log log) {
        this.functions = template.functions().stream().filter(f -> !f.schedules().isEmpty()).toList();
        this.routes = routes;
        this.clock = clock;
        this.log = log;
    }

    /** Keeps every schedule as long as the process lives; all fire a first time now. */
    void start() {
        functions.forEach(function -> function.schedules().stream().map(ScheduleExpression::of).forEach(expression ->
                Thread.ofVirtual().name(function.name()).start(() -> keep(function, expression))));
    }

    private void keep(Template.Function function, ScheduleExpression expression) {
        try {
            while (true) {
                fire(function);
                Instant now = clock.instant();
                Thread.sleep(Duration.between(now, expression.next(now)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Starts a function now and waits for it.
     *
     * @param name as in the template, with or without {@code Function}
     * @return what it answers; empty where no function with a schedule is called so
     */
    Optional<byte[]> fire(String name) {
        return functions.stream()
                .filter(f -> f.name().equals(name) || f.name().equals(name + "Function"))
                .findFirst()
                .map(this::fire);
    }

    private byte[] fire(Template.Function function) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            byte[] event = Json.write(event(function)).getBytes(StandardCharsets.UTF_8);
            GuardedStore.as(function, () -> routes.handler(function).handleRequest(new ByteArrayInputStream(event), out,
                    new PlainContext(function.name(), log::log, TIMEOUT)));
        } catch (IOException | RuntimeException e) {
            // The function has logged it; the next time is the next try.
            log.log(Json.write(Json.object().put("level", "ERROR").put("schedule", function.name())));
            return Json.write(Json.object().put("failed", true)).getBytes(StandardCharsets.UTF_8);
        }
        return out.toByteArray();
    }

    private ObjectNode event(Template.Function function) {
        ObjectNode event = Json.object()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.scheduler")
                .put("account", "000000000000")
                .put("time", clock.instant().toString())
                .put("region", "local");
        event.putArray("resources").add("arn:aws:scheduler:local:000000000000:schedule/default/" + function.name());
        return event.put("detail", "{}");
    }
}
