package pix.http;

import java.util.Set;

/**
 * Who calls, as the authorizer found in a valid token.
 *
 * @param subject the identity provider's identifier, which is the learner's
 * @param username the name the person signs in with
 * @param groups what the identity provider says of the person: {@code operator} runs the platform
 * @param scopes what a system was granted; people have none
 */
public record Caller(String subject, String username, Set<String> groups, Set<String> scopes) {
    private static final String OPERATOR = "operator";

    /** Whether the caller runs the platform. */
    public boolean isOperator() {
        return groups.contains(OPERATOR);
    }
}
