package pix.functions.registration;

import pix.enrolment.ClaimPlace;
import pix.enrolment.ClaimPlace.Outcome;
import pix.enrolment.ClaimTries.Claimant;
import pix.http.Caller;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Refused;
import pix.http.Reply;
import pix.http.Request;
import pix.learner.Learner;
import pix.learner.Learners;

/** {@code POST /me/schools}. */
public final class ClaimSchoolHandler extends HttpHandler {
    private final Learners learners;
    private final ClaimPlace claimPlace;
    private final SchoolReplies replies;

    public ClaimSchoolHandler() {
        this(Wiring.learners(), Wiring.claimPlace(), Wiring.schoolReplies());
    }

    ClaimSchoolHandler(Learners learners, ClaimPlace claimPlace, SchoolReplies replies) {
        this.learners = learners;
        this.claimPlace = claimPlace;
        this.replies = replies;
    }

    @Override
    protected Reply handle(Request request) {
        Caller caller = request.caller();
        Fields body = request.body("claimCode");
        String code = body.text("claimCode", 1, 40);
        body.check();
        Learner learner = learners.find(caller.subject()).orElseThrow(() -> new Refused(ProblemType.NOT_FOUND));
        return switch (claimPlace.claim(learner, code, new Claimant(request.sourceAddress(), learner.username()))) {
            case Outcome.Claimed(var link, var student) -> Reply.created(replies.link(link));
            case Outcome refused -> SchoolReplies.refusal(refused);
        };
    }
}
