package pix.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pix.ability.Sites;
import pix.session.Alert;
import pix.session.Candidate;
import pix.session.ExamClock;
import pix.session.Grant;
import pix.session.Progress;
import pix.session.Result;
import pix.session.Sitting;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Candidates to items of the table and back. */
final class CandidateItems {
    static final String FACET = "candidate#";
    static final Set<String> COUNTERS = Set.of("answered", "completed", "lastAnswerAt", "focusLosses", "awaySince", "seenAt");
    static final Set<String> OPTIONAL = Set.of("studentId", "className", "device", "waitingDevice", "assessmentId",
            "startedAt", "allowedSeconds", "pauses", "held", "alerts", "grants", "closedAt", "result");

    private CandidateItems() {}

    static Map<String, AttributeValue> key(String sessionId, String learnerId) {
        return Map.of("sessionId", AttributeValue.fromS(sessionId), "facet", AttributeValue.fromS(FACET + learnerId));
    }

    static Map<String, AttributeValue> write(Candidate candidate) {
        Attributes item = Attributes.empty()
                .put("sessionId", candidate.sessionId())
                .put("facet", FACET + candidate.learnerId())
                .put("learnerId", candidate.learnerId())
                .put("revision", candidate.revision())
                .put("extraTimePercent", candidate.extraTimePercent())
                .put("addedAt", candidate.addedAt())
                .put("device", candidate.device())
                .put("waitingDevice", candidate.waitingDevice())
                .put("answered", candidate.progress().answered());
        candidate.enrolment().ifPresent(e -> item.put("studentId", e.studentId()).put("className", e.className()));
        candidate.sitting().ifPresent(sitting -> write(sitting, item));
        candidate.result().ifPresent(result -> item.put("result", write(result)));
        return item.map();
    }

    private static void write(Sitting sitting, Attributes item) {
        item.put("assessmentId", sitting.assessmentId())
                .put("startedAt", sitting.clock().startedAt())
                .put("allowedSeconds", sitting.clock().allowed().toSeconds())
                .put("pauses", sitting.clock().pauses(), p -> Attributes.empty().put("from", p.from()).putTime("to", p.to()))
                .put("held", sitting.held())
                .put("alerts", sitting.alerts(), CandidateItems::write)
                .putTime("closedAt", sitting.closedAt());
        if (!sitting.grants().isEmpty()) {
            item.put("grants", sitting.grants(), g -> Attributes.empty()
                    .put("grantId", g.grantId()).put("minutes", g.minutes()).put("reason", g.reason()).put("at", g.at()));
        }
    }

    private static Attributes write(Alert alert) {
        Attributes item = Attributes.empty()
                .put("n", alert.n())
                .put("category", alert.category().code())
                .put("text", alert.text())
                .put("question", alert.sequence())
                .put("raisedAt", alert.raisedAt());
        alert.decided().ifPresent(d -> item.put("decision", d.decision().code()).put("decidedAt", d.at()));
        return item;
    }

    private static Attributes write(Result result) {
        Attributes item = Attributes.empty()
                .put("status", result.status().code())
                .put("code", result.code())
                .put("answered", result.answered())
                .put("flags", result.flags(), f -> Attributes.empty().put("code", f.code()).put("measure", f.measure()));
        if (result.measured()) item.put("sites", result.sites().toBytes());
        result.publication().ifPresent(p -> item.put("publication", Attributes.empty()
                .put("verdict", p.verdict().code())
                .put("code", p.code())
                .put("reason", p.reason())
                .put("at", p.at())
                .put("by", p.by())));
        result.appeal().ifPresent(a -> item.put("appeal", Attributes.empty()
                .put("text", a.text()).put("at", a.at()).put("open", a.open())));
        return item;
    }

    static Candidate read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        Progress progress = new Progress((int) item.number("answered"), item.flag("completed"),
                item.optionalTime("lastAnswerAt"), (int) item.number("focusLosses"), item.optionalTime("awaySince"),
                item.optionalTime("seenAt"));
        return new Candidate(item.text("sessionId"), item.text("learnerId"), item.number("revision"),
                item.optionalText("studentId").map(id -> new Candidate.Enrolment(id, item.text("className"))),
                (int) item.number("extraTimePercent"), item.time("addedAt"), item.optionalText("device"),
                item.optionalText("waitingDevice"), item.optionalText("assessmentId").map(id -> sitting(item, id)), progress,
                item.optionalMap("result").map(CandidateItems::result));
    }

    private static Sitting sitting(Attributes item, String assessmentId) {
        ExamClock clock = new ExamClock(item.time("startedAt"), Duration.ofSeconds(item.number("allowedSeconds")),
                item.list("pauses", p -> new ExamClock.Pause(p.time("from"), p.optionalTime("to"))));
        return new Sitting(assessmentId, clock, item.flag("held"), item.list("alerts", CandidateItems::alert),
                item.list("grants", g -> new Grant(g.text("grantId"), (int) g.number("minutes"), g.text("reason"), g.time("at"))),
                item.optionalTime("closedAt"));
    }

    private static Alert alert(Attributes item) {
        Optional<Instant> decidedAt = item.optionalTime("decidedAt");
        return new Alert((int) item.number("n"), Alert.Category.ofCode(item.text("category")).orElseThrow(), item.text("text"),
                (int) item.number("question"), item.time("raisedAt"),
                decidedAt.map(at -> new Alert.Decided(Alert.Decision.ofCode(item.text("decision")).orElseThrow(), at)));
    }

    private static Result result(Attributes item) {
        return new Result(Result.Status.ofCode(item.text("status")).orElseThrow(), item.optionalText("code"),
                (int) item.number("answered"), item.optionalBytes("sites").map(Sites::ofBytes).orElse(Sites.none()),
                item.list("flags", f -> new Result.Flag(f.text("code"), f.decimal("measure"))),
                item.optionalMap("publication").map(p -> new Result.Publication(
                        Result.Verdict.ofCode(p.text("verdict")).orElseThrow(), p.optionalText("code"),
                        p.optionalText("reason"), p.time("at"), p.text("by"))),
                item.optionalMap("appeal").map(a -> new Result.Appeal(a.text("text"), a.time("at"), a.flag("open"))));
    }
}
