package pix.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/**
 * Where unexpected failures go: one log line with the class and the place of each cause. Never its words, which may
 * hold what somebody sent. Thread-safe.
 */
public final class Failures implements Consumer<RuntimeException> {
    private static final int FRAMES = 8;

    private final Context context;
    private final String requestId;

    public Failures(Context context, String requestId) {
        this.context = context;
        this.requestId = requestId;
    }

    @Override
    public void accept(RuntimeException e) {
        ObjectNode line = Json.object()
                .put("level", "ERROR")
                .put("requestId", requestId)
                .put("function", context.getFunctionName())
                .put("failure", e.getClass().getName());
        ObjectNode at = line;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            ArrayNode frames = at.putArray("at");
            StackTraceElement[] trace = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, trace.length); i++) frames.add(trace[i].toString());
            if (cause.getCause() != null) at = at.putObject("cause").put("failure", cause.getCause().getClass().getName());
        }
        Json.log(context, line);
    }
}
