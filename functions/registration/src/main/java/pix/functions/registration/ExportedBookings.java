package pix.functions.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pix.ability.LevelEstimate;
import pix.framework.Competence;
import pix.http.Json;
import pix.session.Alert;
import pix.session.Candidate;
import pix.session.Candidates;
import pix.session.Result;
import pix.session.Seats;
import pix.session.Session;
import pix.session.Sessions;
import pix.session.Sitting;

/** A person's seats in certification sessions, how the day went, and the results that were published. */
final class ExportedBookings implements ExportPart {
    private final Sessions sessions;
    private final Seats seats;
    private final Candidates candidates;

    ExportedBookings(Sessions sessions, Seats seats, Candidates candidates) {
        this.sessions = sessions;
        this.seats = seats;
        this.candidates = candidates;
    }

    @Override
    public JsonNode of(String learnerId) {
        List<ObjectNode> bookings = sessions.findAll(seats.agenda(learnerId).sessionIds()).stream()
                .flatMap(s -> candidates.find(s.sessionId(), learnerId).map(c -> booking(s, c)).stream())
                .toList();
        return Json.array(bookings, b -> b);
    }

    private static ObjectNode booking(Session session, Candidate candidate) {
        ObjectNode json = Json.object()
                .put("sessionId", session.sessionId())
                .put("sessionState", session.state().code())
                .put("centre", session.centre())
                .put("room", session.plan().room())
                .put("address", session.plan().address())
                .put("startsAt", session.plan().startsAt().toString())
                .put("addedAt", candidate.addedAt().toString())
                .put("extraTimePercent", candidate.extraTimePercent())
                .put("answered", candidate.progress().answered())
                .put("focusLosses", candidate.progress().focusLosses());
        candidate.enrolment().ifPresent(e -> json.put("className", e.className()));
        candidate.sitting().ifPresent(sitting -> put(json, sitting));
        candidate.result().ifPresent(result -> put(json, result));
        return json;
    }

    private static void put(ObjectNode json, Sitting sitting) {
        json.put("assessmentId", sitting.assessmentId()).put("startedAt", sitting.clock().startedAt().toString());
        json.set("problemsReported", Json.array(sitting.alerts(), ExportedBookings::alert));
    }

    private static ObjectNode alert(Alert alert) {
        return Json.object()
                .put("at", alert.raisedAt().toString())
                .put("question", alert.sequence())
                .put("category", alert.category().code())
                .put("text", alert.text());
    }

    /**
     * What the jury has not published yet is not told here either. Afterwards the person's score is theirs, also where it was not
     * enough, and so is why people looked at it.
     */
    private static void put(ObjectNode json, Result result) {
        result.publication().ifPresent(published -> {
            ObjectNode told = json.putObject("result")
                    .put("status", published.verdict().code())
                    .put("publishedAt", published.at().toString());
            published.code().ifPresent(code -> told.put("code", code));
            published.reason().ifPresent(reason -> told.put("reason", reason));
            told.put("answersCounted", result.answered());
            if (result.measured()) {
                told.put("pix", result.pix());
                told.set("competences", Json.array(List.of(Competence.values()), c -> level(LevelEstimate.of(result.ability(), c))));
            }
            told.set("flags", Json.strings(result.flags().stream().map(Result.Flag::code).toList()));
            result.appeal().ifPresent(appeal -> told.putObject("appeal").put("at", appeal.at().toString()).put("text", appeal.text()));
        });
    }

    private static ObjectNode level(LevelEstimate estimate) {
        return Json.object().put("code", estimate.competence().code()).put("level", estimate.level()).put("pix", estimate.pix());
    }
}
