package pix.functions.registration;

import java.util.Locale;
import java.util.Optional;
import pix.enrolment.AskForPlace;
import pix.enrolment.AskForPlace.Outcome;
import pix.enrolment.ClaimTries.Claimant;
import pix.enrolment.Ine;
import pix.http.Caller;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Refused;
import pix.http.Reply;
import pix.http.Request;
import pix.learner.Learner;
import pix.learner.Learners;
import pix.organisation.Uai;

/** {@code POST /me/place-requests}. */
public final class AskForPlaceHandler extends HttpHandler {
    private final Learners learners;
    private final AskForPlace askForPlace;
    private final SchoolReplies replies;

    public AskForPlaceHandler() {
        this(Wiring.learners(), Wiring.askForPlace(), Wiring.schoolReplies());
    }

    AskForPlaceHandler(Learners learners, AskForPlace askForPlace, SchoolReplies replies) {
        this.learners = learners;
        this.askForPlace = askForPlace;
        this.replies = replies;
    }

    @Override
    protected Reply handle(Request request) {
        Caller caller = request.caller();
        Fields body = request.body("uai", "ine");
        String uai = code(body.text("uai", 1, 20));
        Optional<String> ine = body.optionalText("ine", 1, 40).map(AskForPlaceHandler::code);
        if (!uai.isEmpty() && !Uai.isValid(uai)) body.fault("uai", "not-a-uai");
        if (ine.isPresent() && !Ine.isValid(ine.get())) body.fault("ine", "not-an-ine");
        body.check();
        Learner learner = learners.find(caller.subject()).orElseThrow(() -> new Refused(ProblemType.NOT_FOUND));
        Claimant claimant = new Claimant(request.sourceAddress(), learner.username());
        return switch (askForPlace.ask(learner, new Uai(uai), ine.map(Ine::new), claimant)) {
            case Outcome.Linked(var link) -> Reply.created(replies.link(link));
            case Outcome.Asked(var asked) -> Reply.accepted(replies.request(asked));
            case Outcome.UnknownSchool() -> Reply.problem(ProblemType.UNKNOWN_SCHOOL);
            case Outcome.TooManyAttempts(var pause) -> Reply.tooManyAttempts((int) pause.toSeconds());
        };
    }

    /** As people type codes: small letters, spaces. */
    private static String code(String typed) {
        return typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
