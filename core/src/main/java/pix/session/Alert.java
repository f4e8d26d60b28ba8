package pix.session;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A candidate's report of a problem with a question.
 *
 * @param n its number among the candidate's, from 1
 * @param sequence the question it is about
 */
public record Alert(int n, Category category, String text, int sequence, Instant raisedAt, Optional<Decided> decided) {

    public enum Category {
        CANNOT_READ("cannot-read"),
        ATTACHMENT("attachment"),
        DISPLAY("display"),
        WRONG_QUESTION("wrong-question"),
        NETWORK("network"),
        OTHER("other");

        private final String code;

        Category(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Category> ofCode(String code) {
            return Arrays.stream(values()).filter(c -> c.code.equals(code)).findFirst();
        }
    }

    /** What the invigilator makes of it. */
    public enum Decision {
        DISMISS("dismiss"),
        REPLACE_QUESTION("replace-question");

        private final String code;

        Decision(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Decision> ofCode(String code) {
            return Arrays.stream(values()).filter(d -> d.code.equals(code)).findFirst();
        }
    }

    public record Decided(Decision decision, Instant at) {}

    public boolean open() {
        return decided.isEmpty();
    }

    Alert withoutText() {
        return new Alert(n, category, "", sequence, raisedAt, decided);
    }

    Alert decided(Decision decision, Instant at) {
        return new Alert(n, category, text, sequence, raisedAt, Optional.of(new Decided(decision, at)));
    }
}
