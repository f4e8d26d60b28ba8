package pix.functions.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pix.embedded.Call;
import pix.embedded.Call.Answer;
import pix.embedded.Totp;
import pix.learner.ChangeSecondFactor;

/** Registering an authenticator app, signing in with it, taking it away: as the page asks for it. */
class SecondFactorTest {
    private static final Duration STEP = Duration.ofSeconds(30);

    private final Newcomer lea = new Newcomer();
    private final Optional<ChangeSecondFactor> change = Optional.of(new ChangeSecondFactor(lea.accounts, lea.accounts.secondFactors()));
    private final RequestStreamHandler show = new ShowSecondFactorHandler(Optional.of(lea.accounts.secondFactors()));
    private final RequestStreamHandler begin = new BeginSecondFactorHandler(change);
    private final RequestStreamHandler confirm = new ConfirmSecondFactorHandler(change);
    private final RequestStreamHandler remove = new RemoveSecondFactorHandler(change);
    private String learnerId;

    @BeforeEach
    void register() {
        learnerId = lea.registers();
    }

    @AfterEach
    void close() {
        lea.close();
    }

    @Test
    void an_app_is_registered_asked_for_and_taken_away() {
        assertEquals("{\"available\":true,\"active\":false}", call("show-second-factor").to(show).body());

        Answer begun = call("begin-second-factor").to(begin);
        String secret = begun.json().path("secret").asText();
        assertEquals(200, begun.status());
        assertEquals("no-store", begun.headers().path("cache-control").asText());
        assertEquals("otpauth://totp/pix:lea.martin?secret=" + secret + "&issuer=pix", begun.json().path("address").asText());

        // Newcomer's clock stands still: a phone half a minute late, right, and half a minute early shows three codes.
        assertEquals(204, withCode("confirm-second-factor", code(secret, -1)).to(confirm).status());
        assertEquals("{\"available\":true,\"active\":true}", call("show-second-factor").to(show).body());
        assertEquals("code-required", Call.of("sign-in").to(lea.signIn).json().path("type").asText());
        assertEquals(200, Call.of("sign-in").with("code", TextNode.valueOf(code(secret, 0))).to(lea.signIn).status());

        assertEquals(204, withCode("remove-second-factor", code(secret, 1)).to(remove).status());
        assertEquals(200, Call.of("sign-in").to(lea.signIn).status());
    }

    @Test
    void an_open_page_alone_begins_nothing_and_takes_nothing_away() {
        TextNode guessed = TextNode.valueOf("not-this-one");
        Answer begun = call("begin-second-factor").with("password", guessed).to(begin);
        assertEquals(401, begun.status());
        assertEquals("bad-credentials", begun.json().path("type").asText());

        String secret = call("begin-second-factor").to(begin).json().path("secret").asText();
        withCode("confirm-second-factor", code(secret, -1)).to(confirm);

        assertEquals("second-factor-active", call("begin-second-factor").to(begin).json().path("type").asText());
        assertEquals(401, withCode("remove-second-factor", "000000").to(remove).status());
        assertEquals(401, withCode("remove-second-factor", code(secret, 0)).with("password", guessed).to(remove).status());
        assertTrue(lea.accounts.secondFactors().active("lea.martin"));
    }

    @Test
    void a_wrong_code_confirms_nothing_and_says_so() {
        call("begin-second-factor").to(begin);

        Answer wrong = withCode("confirm-second-factor", "no code").language("en").to(confirm);

        assertEquals(403, wrong.status());
        assertEquals("wrong-code", wrong.json().path("type").asText());
        assertEquals("This code is wrong. Type the one the app shows now.", wrong.json().path("title").asText());
        assertFalse(lea.accounts.secondFactors().active("lea.martin"));
    }

    @Test
    void codes_cannot_be_tried_for_ever() {
        String secret = call("begin-second-factor").to(begin).json().path("secret").asText();
        withCode("confirm-second-factor", code(secret, -1)).to(confirm);
        for (int i = 0; i < 5; i++) assertEquals(401, withCode("remove-second-factor", "00000" + i).to(remove).status());

        Answer locked = withCode("remove-second-factor", code(secret, 0)).to(remove);

        assertEquals(429, locked.status());
        assertEquals("60", locked.headers().path("retry-after").asText());
    }

    @Test
    void a_code_is_asked_for_in_words() {
        assertEquals("/code", call("remove-second-factor").with("code", null).to(remove).json().path("errors").path(0).path("pointer").asText());
    }

    @Test
    void where_the_identity_provider_knows_none_there_is_none() {
        assertEquals("{\"available\":false,\"active\":false}", call("show-second-factor").to(new ShowSecondFactorHandler(Optional.empty())).body());
        assertEquals(404, call("begin-second-factor").to(new BeginSecondFactorHandler(Optional.empty())).status());
        assertEquals(404, call("confirm-second-factor").to(new ConfirmSecondFactorHandler(Optional.empty())).status());
        assertEquals(404, call("remove-second-factor").to(new RemoveSecondFactorHandler(Optional.empty())).status());
    }

    private Call call(String event) {
        return Call.of(event).by(learnerId, "lea.martin");
    }

    private Call withCode(String event, String code) {
        return call(event).with("code", TextNode.valueOf(code));
    }

    private static String code(String secret, int steps) {
        return Totp.of(secret, Newcomer.NOW.instant().plus(STEP.multipliedBy(steps)));
    }
}
