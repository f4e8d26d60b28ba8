package pix.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import pix.InvalidInput;
import pix.InvalidInput.Fault;
import pix.Language;
import pix.metrics.Metric;
import pix.metrics.Metrics;
import pix.platform.Platform;
import pix.store.ConsumedUnits;

/**
 * The one wrapper around every HTTP handler. It reads the event, lets the handler answer, turns refusals into problem
 * documents in the caller's language, and writes one log line a request: who and what was asked is never in it. An
 * unexpected failure becomes a 500 that says nothing of it; its class and place go to the log with the request id.
 */
public abstract class HttpHandler implements RequestStreamHandler {
    private static final Map<String, String> EVERY_ANSWER = Map.of(
            "content-type", "application/json; charset=utf-8",
            "cache-control", "no-store",
            "x-content-type-options", "nosniff");

    private final AtomicBoolean cold = new AtomicBoolean(true);

    /** Answers one request. May throw {@link InvalidInput} and {@link Refused}. */
    protected abstract Reply handle(Request request);

    /**
     * Where a snapshot will be taken of this process, goes the way of a call once, so that what it loads is in the
     * snapshot. The call is of nobody and about nothing that exists: it only reads. To be asked for when all is made.
     *
     * @param body what such a call carries, null where nothing
     */
    protected final void prime(String body) {
        prime(body, () -> Reply.problem(ProblemType.NOT_FOUND));
    }

    /** @param reply to a call that finds what it is about: made in memory, from nothing in the store */
    protected final void prime(String body, Supplier<Reply> reply) {
        if (!Platform.environment("AWS_LAMBDA_INITIALIZATION_TYPE").equals(Optional.of("snap-start"))) return;
        ObjectNode event = Json.object().put("routeKey", "priming").put("body", body);
        event.putObject("pathParameters").put("id", "priming").put("code", "priming");
        event.putObject("requestContext").putObject("authorizer").putObject("jwt").putObject("claims").put("sub", "priming");
        for (Supplier<Reply> way : List.<Supplier<Reply>>of(() -> handle(new Request(event)), reply)) {
            try {
                Json.write(response(way.get(), Language.FR, "priming"));
            } catch (RuntimeException e) {
                // What could not be done now, the first call does.
            }
        }
    }

    @Override
    public final void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        long start = System.nanoTime();
        Request request = new Request(Json.read(in));
        ConsumedUnits units = new ConsumedUnits();
        Metrics metrics = new Metrics();
        Reply reply = metrics.during(() -> units.measure(() -> answer(request, context)));
        Json.write(response(reply, request.language(), request.requestId()), out);
        log(request, reply, units, metrics, (System.nanoTime() - start) / 1_000_000, context);
    }

    private Reply answer(Request request, Context context) {
        try {
            return handle(request);
        } catch (InvalidInput e) {
            return new Reply.Problem(ProblemType.INVALID_INPUT, e.faults(), Json.object(), Map.of());
        } catch (Refused e) {
            return Reply.problem(e.type());
        } catch (RuntimeException e) {
            new Failures(context, request.requestId()).accept(e);
            return Reply.problem(ProblemType.UNEXPECTED);
        }
    }

    private static ObjectNode response(Reply reply, Language language, String requestId) {
        ObjectNode response = Json.object();
        ObjectNode headers = response.putObject("headers");
        EVERY_ANSWER.forEach(headers::put);
        switch (reply) {
            case Reply.Body(int status, JsonNode json, var more) -> {
                response.put("statusCode", status).put("body", Json.write(json));
                more.forEach(headers::put);
            }
            case Reply.File(String type, byte[] content, var more) -> {
                response.put("statusCode", 200).put("body", Base64.getEncoder().encodeToString(content));
                headers.put("content-type", type);
                more.forEach(headers::put);
            }
            case Reply.Empty(int status) -> {
                response.put("statusCode", status);
                headers.remove("content-type");
            }
            case Reply.Problem problem -> {
                response.put("statusCode", problem.type().status())
                        .put("body", Json.write(document(problem, language, requestId)));
                headers.put("content-type", "application/problem+json; charset=utf-8")
                        .put("content-language", language.tag());
                problem.headers().forEach(headers::put);
            }
        }
        return response.put("isBase64Encoded", reply instanceof Reply.File);
    }

    /** The problem document (RFC 9457); the gateway of the laptop writes its own refusals with it too. */
    public static ObjectNode document(Reply.Problem problem, Language language, String requestId) {
        ObjectNode document = Json.object();
        document.put("type", slug(problem))
                .put("title", problem.type().title().in(language))
                .put("status", problem.type().status())
                .put("requestId", requestId);
        if (!problem.faults().isEmpty()) {
            document.set("errors", Json.array(problem.faults(), f -> Json.object()
                    .put("pointer", f.pointer())
                    .put("code", f.code())
                    .put("detail", FaultDetails.of(f.code()).in(language))));
        }
        document.setAll(problem.extra());
        return document;
    }

    /** Fields that do not exist have a type of their own, so that a program can tell a spelling from a value. */
    private static String slug(Reply.Problem problem) {
        List<Fault> faults = problem.faults();
        boolean onlyUnknown = !faults.isEmpty() && faults.stream().allMatch(f -> f.code().equals("unknown-field"));
        return onlyUnknown ? "unknown-field" : problem.type().slug();
    }

    private void log(Request request, Reply reply, ConsumedUnits units, Metrics metrics, long millis, Context context) {
        ObjectNode line = Json.object()
                .put("requestId", request.requestId())
                .put("function", context.getFunctionName())
                .put("route", request.route());
        switch (reply) {
            case Reply.Body body -> line.put("status", body.status());
            case Reply.File file -> line.put("status", 200);
            case Reply.Empty empty -> line.put("status", empty.status());
            case Reply.Problem problem -> line.put("status", problem.type().status()).put("problem", slug(problem));
        }
        line.put("ms", millis)
                .put("readUnits", units.read())
                .put("writeUnits", units.written())
                .put("cold", cold.getAndSet(false));
        metrics.add(Metric.REQUESTS, 1);
        metrics.add(Metric.ERRORS, line.path("status").asInt() == 500 ? 1 : 0);
        metrics.writeTo(line, System.currentTimeMillis());
        Json.log(context, line);
    }
}
