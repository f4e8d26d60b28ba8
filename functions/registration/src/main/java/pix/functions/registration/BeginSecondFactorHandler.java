package pix.functions.registration;

import java.util.Optional;
import pix.http.Caller;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;
import pix.learner.ChangeSecondFactor;
import pix.learner.Password;

/** {@code POST /me/second-factor}: a secret for the app, which counts for nothing yet. */
public final class BeginSecondFactorHandler extends HttpHandler {
    private final Optional<ChangeSecondFactor> change;

    public BeginSecondFactorHandler() {
        this(Wiring.changeSecondFactor());
    }

    BeginSecondFactorHandler(Optional<ChangeSecondFactor> change) {
        this.change = change;
    }

    @Override
    protected Reply handle(Request request) {
        Caller caller = request.caller();
        Fields body = request.body("password");
        String password = body.secret("password", Password.LONGEST);
        body.check();
        return SecondFactorReplies.of(caller.username(), SecondFactorReplies.offered(change).begin(caller.username(), password));
    }
}
