package pix.functions.registration;

import pix.http.Caller;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.learner.EraseLearner;
import pix.learner.EraseLearner.Outcome;
import pix.learner.Password;

/** {@code DELETE /me}. */
public final class EraseLearnerHandler extends HttpHandler {
    private final EraseLearner eraseLearner;

    public EraseLearnerHandler() {
        this(Wiring.eraseLearner());
    }

    EraseLearnerHandler(EraseLearner eraseLearner) {
        this.eraseLearner = eraseLearner;
    }

    @Override
    protected Reply handle(Request request) {
        Caller caller = request.caller();
        Fields body = request.body("password");
        String password = body.secret("password", Password.LONGEST);
        body.check();
        return switch (eraseLearner.erase(caller.subject(), caller.username(), password)) {
            case Outcome.Erased() -> Reply.noContent();
            case Outcome.BadCredentials() -> Reply.problem(ProblemType.BAD_CREDENTIALS);
            case Outcome.TooManyAttempts(int seconds) -> Reply.tooManyAttempts(seconds);
        };
    }
}
