package pix.functions.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pix.http.Json;
import pix.schedule.ScheduledHandler;
import pix.session.PublishSession;

/** Publishes, on schedule, the sessions that need no jury. */
public final class PublishResultsHandler extends ScheduledHandler {
    private final PublishSession publishSession;

    public PublishResultsHandler() {
        this(Wiring.ofPlatform());
    }

    PublishResultsHandler(Wiring wiring) {
        this.publishSession = wiring.publishSession();
    }

    @Override
    protected ObjectNode run(Run run) {
        return Json.object().put("published", publishSession.publishDue());
    }
}
