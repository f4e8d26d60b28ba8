package pix.functions.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import pix.http.Json;
import pix.learner.Learner;
import pix.selection.Form;
import pix.session.Alert;
import pix.session.Candidate;
import pix.session.CandidateState;
import pix.session.Grant;
import pix.session.Progress;
import pix.session.Session;
import pix.session.Sitting;

/** A candidate as the invigilator sees them. */
final class CandidateJson {
    static final int AT_MOST = Form.certification().maximum();

    private CandidateJson() {}

    /** @param person null where the name is not wanted or the account was erased */
    static ObjectNode of(Session session, Candidate candidate, Learner person, Instant now) {
        CandidateState state = candidate.state(session, now);
        Progress progress = candidate.progress();
        ObjectNode json = Json.object().put("learnerId", candidate.learnerId());
        putPerson(json, person);
        candidate.enrolment().ifPresent(e -> json.put("className", e.className()));
        json.put("state", state.code())
                .put("origin", origin(candidate))
                .put("waitsForAdmission", session.state().alive() && candidate.waitingDevice().isPresent())
                .put("extraTimePercent", candidate.extraTimePercent())
                .put("answered", progress.answered())
                .put("atMost", AT_MOST)
                .put("focusLosses", progress.focusLosses())
                .put("away", progress.awaySince().isPresent());
        progress.lastAnswerAt().ifPresent(at -> json.put("lastAnswerAt", at.toString()));
        candidate.silence(session, now).ifPresent(silence -> json.put("silentSeconds", silence.toSeconds()));
        candidate.sitting().ifPresent(sitting -> {
            json.put("startedAt", sitting.clock().startedAt().toString());
            putClock(json, sitting, state, now);
        });
        List<Alert> alerts = candidate.sitting().map(Sitting::alerts).orElse(List.of()).stream()
                .sorted(Comparator.comparing((Alert a) -> !a.open()).thenComparing(Alert::n))
                .toList();
        json.set("alerts", Json.array(alerts, CandidateJson::alert));
        return json;
    }

    static void putPerson(ObjectNode json, Learner person) {
        if (person == null) return;
        json.put("givenName", person.givenName())
                .put("familyName", person.familyName())
                .put("birthDate", person.birthDate().toString());
    }

    static String origin(Candidate candidate) {
        return candidate.enrolment().isPresent() ? "enrolled" : "booked";
    }

    /** What was given back, in all and last. */
    private static void putGrants(ObjectNode json, Sitting sitting) {
        if (sitting.grants().isEmpty()) return;
        Grant last = sitting.grants().getLast();
        json.put("minutesGiven", sitting.minutesGiven());
        json.set("lastGrant", Json.object()
                .put("grantId", last.grantId())
                .put("minutes", last.minutes())
                .put("reason", last.reason())
                .put("at", last.at().toString()));
    }

    /** The time that is left, as long as there is any. */
    static void putClock(ObjectNode json, Sitting sitting, CandidateState state, Instant now) {
        json.put("pausedByInvigilator", sitting.held());
        putGrants(json, sitting);
        if (state == CandidateState.STARTED) json.put("endsAt", sitting.clock().endsAt(now).toString());
        if (state == CandidateState.STARTED || state == CandidateState.PAUSED) {
            json.put("remainingSeconds", sitting.clock().remaining(now).toSeconds());
        }
    }

    static ObjectNode alert(Alert alert) {
        ObjectNode json = Json.object().put("n", alert.n()).put("category", alert.category().code());
        if (!alert.text().isEmpty()) json.put("text", alert.text());
        json.put("raisedAt", alert.raisedAt().toString()).put("sequence", alert.sequence());
        alert.decided().ifPresent(d -> json.put("decision", d.decision().code()).put("decidedAt", d.at().toString()));
        return json;
    }
}
