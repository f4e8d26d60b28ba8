package pix.functions.registration;

import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.learner.Learners;

/** {@code GET /me}. */
public final class ShowLearnerHandler extends HttpHandler {
    private final Learners learners;

    public ShowLearnerHandler() {
        this(Wiring.learners());
        prime(null);
    }

    ShowLearnerHandler(Learners learners) {
        this.learners = learners;
    }

    @Override
    protected Reply handle(Request request) {
        return learners.find(request.caller().subject())
                .map(learner -> Reply.ok(Replies.learner(learner)))
                .orElseGet(() -> Reply.problem(ProblemType.NOT_FOUND));
    }
}
