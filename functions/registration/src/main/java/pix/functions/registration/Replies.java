package pix.functions.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pix.bank.Need;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.learner.Accounts.SignIn;
import pix.learner.Accounts.Tokens;
import pix.learner.Learner;

/** Answers that more than one handler of this module gives. */
final class Replies {
    /** Of a second factor. */
    static final int LONGEST_CODE = 16;

    private Replies() {}

    static Reply tokens(SignIn outcome) {
        return switch (outcome) {
            case SignIn.Granted(Tokens t) -> Reply.ok(Json.object()
                    .put("accessToken", t.accessToken())
                    .put("refreshToken", t.refreshToken())
                    .put("tokenType", "Bearer")
                    .put("expiresIn", t.expiresIn()));
            case SignIn.BadCredentials() -> Reply.problem(ProblemType.BAD_CREDENTIALS);
            case SignIn.CodeRequired() -> Reply.problem(ProblemType.CODE_REQUIRED);
            case SignIn.TooManyAttempts(int seconds) -> Reply.tooManyAttempts(seconds);
        };
    }

    static ObjectNode learner(Learner l) {
        ObjectNode json = Json.object()
                .put("learnerId", l.learnerId())
                .put("username", l.username())
                .put("givenName", l.givenName())
                .put("familyName", l.familyName())
                .put("birthDate", l.birthDate().toString())
                .put("situation", l.situation().code())
                .put("locale", l.locale().tag())
                .put("createdAt", l.createdAt().toString());
        json.set("needs", Json.strings(l.needs().stream().sorted().map(Need::tag).toList()));
        return json;
    }
}
