package pix.functions.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import pix.http.Json;
import pix.session.Alert;
import pix.session.Candidate;
import pix.session.CandidateState;
import pix.session.Session;
import pix.session.Sitting;

/** The exam room as the candidate sees it. */
final class EntryJson {
    private EntryJson() {}

    /** @param device what the candidate's device calls itself */
    static ObjectNode of(Session session, Candidate candidate, String device, Instant now) {
        // On a device that waits to be let in, the test goes on elsewhere.
        boolean other = candidate.device().isPresent() && !candidate.admitted(device);
        boolean waits = candidate.waitingDevice().filter(device::equals).isPresent();
        CandidateState real = candidate.state(session, now);
        CandidateState state = waits && real != CandidateState.ENDED ? CandidateState.WAITING : real;
        ObjectNode json = Json.object()
                .put("sessionId", session.sessionId())
                .put("sessionState", session.state().code())
                .put("state", state.code())
                .put("centre", session.centre())
                .put("room", session.plan().room())
                .put("startsAt", session.plan().startsAt().toString())
                .put("serverTime", now.toString())
                .put("extraTimePercent", candidate.extraTimePercent())
                .put("answered", candidate.progress().answered())
                .put("atMost", CandidateJson.AT_MOST);
        if (other && real != CandidateState.ENDED) json.put("otherDevice", true);
        session.cancellation().ifPresent(c -> json.put("cancellationReason", c.reason()));
        candidate.sitting().ifPresent(sitting -> put(json, sitting, real, now));
        return json;
    }

    private static void put(ObjectNode json, Sitting sitting, CandidateState state, Instant now) {
        json.put("assessmentId", sitting.assessmentId());
        CandidateJson.putClock(json, sitting, state, now);
        sitting.openAlert().ifPresent(alert -> json.set("openAlert", CandidateJson.alert(alert)));
        sitting.alerts().stream()
                .filter(alert -> !alert.open())
                .max(Comparator.comparingInt(Alert::n))
                .ifPresent(alert -> json.set("lastDecision", CandidateJson.alert(alert)));
    }
}
