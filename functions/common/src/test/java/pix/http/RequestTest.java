package pix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestTest {
    private static final Optional<String> SECRET = Optional.of("only the edge knows");

    @Test
    void believes_the_edge_about_where_a_call_comes_from() {
        ObjectNode event = called("198.51.100.7", "203.0.113.1, 192.0.2.44, 198.51.100.7");
        ((ObjectNode) event.get("headers")).put("pix-edge", SECRET.get());

        assertEquals("192.0.2.44", new Request(event).sourceAddress(SECRET));
    }

    @Test
    void believes_nobody_else() {
        ObjectNode event = called("203.0.113.9", "192.0.2.44, 203.0.113.9");
        assertEquals("203.0.113.9", new Request(event).sourceAddress(SECRET));

        ((ObjectNode) event.get("headers")).put("pix-edge", "a guess");
        assertEquals("203.0.113.9", new Request(event).sourceAddress(SECRET));
        assertEquals("203.0.113.9", new Request(event).sourceAddress(Optional.empty()));
    }

    @Test
    void takes_the_scopes_of_this_service_by_their_short_names() {
        ObjectNode event = Json.object();
        event.putObject("requestContext").putObject("authorizer").putObject("jwt").putObject("claims")
                .put("sub", "system").put("scope", "pix/booklet other/thing");

        assertEquals(Set.of("booklet", "other/thing"), new Request(event).caller().scopes());
    }

    private static ObjectNode called(String sourceIp, String forwardedFor) {
        ObjectNode event = Json.object();
        event.putObject("headers").put("x-forwarded-for", forwardedFor);
        event.putObject("requestContext").putObject("http").put("sourceIp", sourceIp);
        return event;
    }
}
