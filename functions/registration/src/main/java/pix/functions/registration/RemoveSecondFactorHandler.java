package pix.functions.registration;

import java.util.Optional;
import pix.http.Caller;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;
import pix.learner.ChangeSecondFactor;
import pix.learner.Password;

/** {@code DELETE /me/second-factor}. */
public final class RemoveSecondFactorHandler extends HttpHandler {
    private final Optional<ChangeSecondFactor> change;

    public RemoveSecondFactorHandler() {
        this(Wiring.changeSecondFactor());
    }

    RemoveSecondFactorHandler(Optional<ChangeSecondFactor> change) {
        this.change = change;
    }

    @Override
    protected Reply handle(Request request) {
        Caller caller = request.caller();
        Fields body = request.body("password", "code");
        String password = body.secret("password", Password.LONGEST);
        String code = body.text("code", 1, Replies.LONGEST_CODE);
        body.check();
        return SecondFactorReplies.of(caller.username(), SecondFactorReplies.offered(change).remove(caller.username(), password, code));
    }
}
