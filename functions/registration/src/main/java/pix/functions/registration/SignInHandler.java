package pix.functions.registration;

import java.util.Optional;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;
import pix.learner.Accounts;
import pix.learner.Password;

/** {@code POST /tokens}. */
public final class SignInHandler extends HttpHandler {
    private final Accounts accounts;

    public SignInHandler() {
        this(Wiring.accounts());
    }

    SignInHandler(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected Reply handle(Request request) {
        Fields body = request.body("username", "password", "code");
        String username = body.text("username", 1, 64);
        String password = body.secret("password", Password.LONGEST);
        Optional<String> code = body.optionalText("code", 1, Replies.LONGEST_CODE);
        body.check();
        return Replies.tokens(accounts.signIn(username, password, code));
    }
}
