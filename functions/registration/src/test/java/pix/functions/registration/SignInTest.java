package pix.functions.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pix.embedded.Call;
import pix.embedded.Call.Answer;

class SignInTest {
    private final Newcomer lea = new Newcomer();

    @AfterEach
    void close() {
        lea.close();
    }

    @Test
    void calls_a_field_that_does_not_exist_by_its_own_type() {
        Answer answer = Call.of("sign-in").with("remember", IntNode.valueOf(1)).to(lea.signIn);

        assertEquals(422, answer.status());
        assertEquals("unknown-field", answer.json().path("type").asText());
        assertEquals("/remember", answer.json().path("errors").path(0).path("pointer").asText());
    }

    @Test
    void tells_nobody_whether_a_user_name_exists() {
        lea.registers();

        Answer wrongPassword = Call.of("sign-in").with("password", TextNode.valueOf("not-this-one")).to(lea.signIn);
        Answer unknownName = Call.of("sign-in").with("username", TextNode.valueOf("nobody.here")).to(lea.signIn);

        assertEquals(401, wrongPassword.status());
        assertEquals(401, unknownName.status());
        assertEquals(withoutRequestId(wrongPassword), withoutRequestId(unknownName));
    }

    @Test
    void locks_a_name_after_five_wrong_passwords_and_says_how_long() {
        lea.registers();
        for (int i = 0; i < 5; i++) Call.of("sign-in").with("password", TextNode.valueOf("wrong-" + i)).to(lea.signIn);

        Answer locked = Call.of("sign-in").to(lea.signIn);

        assertEquals(429, locked.status());
        assertEquals("too-many-attempts", locked.json().path("type").asText());
        assertEquals("60", locked.headers().path("retry-after").asText());
    }

    @Test
    void gives_new_tokens_for_a_refresh_token() {
        lea.registers();
        String refreshToken = Call.of("sign-in").to(lea.signIn).json().path("refreshToken").asText();

        Answer refreshed = Call.of("refresh-tokens").with("refreshToken", TextNode.valueOf(refreshToken))
                .to(new RefreshTokensHandler(lea.accounts));
        Answer invented = Call.of("refresh-tokens").to(new RefreshTokensHandler(lea.accounts));

        assertEquals(200, refreshed.status());
        assertNotEquals(refreshToken, refreshed.json().path("refreshToken").asText());
        assertEquals(401, invented.status());
    }

    private static JsonNode withoutRequestId(Answer answer) {
        JsonNode json = answer.json();
        return ((ObjectNode) json).without("requestId");
    }
}
