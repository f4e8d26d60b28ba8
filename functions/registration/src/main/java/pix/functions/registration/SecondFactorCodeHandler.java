package pix.functions.registration;

import java.util.Optional;
import pix.http.Caller;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;
import pix.learner.ChangeSecondFactor;
import pix.learner.ChangeSecondFactor.Outcome;
import pix.learner.Password;

/** A step that takes the password and a code of the app. */
abstract class SecondFactorCodeHandler extends HttpHandler {

    interface Step {
        Outcome take(ChangeSecondFactor change, String username, String password, String code);
    }

    private final Optional<ChangeSecondFactor> change;
    private final Step step;

    SecondFactorCodeHandler(Optional<ChangeSecondFactor> change, Step step) {
        this.change = change;
        this.step = step;
    }

    @Override
    protected final Reply handle(Request request) {
        Caller caller = request.caller();
        Fields body = request.body("password", "code");
        String password = body.secret("password", Password.LONGEST);
        String code = body.text("code", 1, Replies.LONGEST_CODE);
        body.check();
        Outcome outcome = step.take(SecondFactorReplies.offered(change), caller.username(), password, code);
        return SecondFactorReplies.of(caller.username(), outcome);
    }
}
