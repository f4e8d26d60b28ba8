package pix.functions.registration;

import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;
import pix.learner.Accounts;

/** {@code POST /tokens/refresh}. */
public final class RefreshTokensHandler extends HttpHandler {
    private static final int LONGEST_TOKEN = 4096;

    private final Accounts accounts;

    public RefreshTokensHandler() {
        this(Wiring.accounts());
    }

    RefreshTokensHandler(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected Reply handle(Request request) {
        Fields body = request.body("refreshToken");
        String token = body.secret("refreshToken", LONGEST_TOKEN);
        body.check();
        return Replies.tokens(accounts.refresh(token));
    }
}
