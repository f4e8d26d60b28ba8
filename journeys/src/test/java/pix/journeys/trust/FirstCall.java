package pix.journeys.trust;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pix.Language;
import pix.embedded.Call;
import pix.embedded.Template;
import pix.http.Json;
import pix.learner.Learner;
import pix.learner.Situation;
import pix.platform.Platform;
import pix.store.DynamoLearners;

/**
 * A process of its own that makes every function of the template as Lambda does, then calls each once, and prints what that
 * cost and said: a JSON object by function. {@code dead} as its argument: nothing reaches the store until all are made.
 */
final class FirstCall {
    private static final String SOMEBODY = "learner-1";

    private FirstCall() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        HerePlatform platform = (HerePlatform) Platform.current();
        new DynamoLearners(platform.dynamo(), "Learners").add(new Learner(SOMEBODY, "lea.martin", "Léa", "Martin",
                LocalDate.of(2011, 3, 4), Situation.OTHER, Language.FR, Set.of(), Instant.parse("2026-11-23T09:00:00Z")));
        Map<?, ?> before = platform.laptop().everything();
        if (arguments.length > 0) platform.faults().fail(1, 1);

        ObjectNode all = Json.object();
        Map<Template.Function, RequestStreamHandler> handlers = new LinkedHashMap<>();
        for (Template.Function function : Template.ofBuild().functions()) {
            long reads = platform.faults().reads();
            long writes = platform.faults().writes();
            handlers.put(function, made(function));
            all.putObject(function.name())
                    .put("reads", platform.faults().reads() - reads)
                    .put("writes", platform.faults().writes() - writes)
                    .put("storeIsAsBefore", before.equals(platform.laptop().everything()));
        }
        platform.faults().heal();
        handlers.forEach((function, handler) -> {
            if (function.routes().size() == 1 && function.routes().getFirst().method().equals("GET")) {
                first((ObjectNode) all.get(function.name()), function, handler);
            }
        });
        System.out.println(Json.write(all));
        System.exit(0);
    }

    private static RequestStreamHandler made(Template.Function function) {
        try {
            return (RequestStreamHandler) Class.forName(function.handler()).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(function.name(), e);
        }
    }

    /** Only what is asked for by GET is called: the others would change what the next one finds. */
    private static void first(ObjectNode said, Template.Function function, RequestStreamHandler handler) {
        String event = function.name().replaceFirst("Function$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        Call.Answer answer = Call.of(event).by(SOMEBODY, "lea.martin").to(handler);
        said.put("status", answer.status()).put("body", answer.body());
        ObjectNode line = said.putObject("logged");
        try {
            JsonNode logged = Json.read(answer.log().getLast());
            for (String field : Set.of("status", "problem", "readUnits", "writeUnits", "cold", "Requests", "Errors", "Answers")) {
                if (logged.has(field)) line.set(field, logged.get(field));
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(function.name(), e);
        }
    }
}
