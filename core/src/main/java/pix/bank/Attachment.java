package pix.bank;

import java.util.function.UnaryOperator;

/** A small text file to open with one's own tools. */
public record Attachment(String name, String content) {

    /** By the ending of the name; always UTF-8. */
    public String mediaType() {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> "text/csv";
            case "json" -> "application/json";
            case "html" -> "text/html";
            default -> "text/plain";
        };
    }

    Attachment map(UnaryOperator<String> change) {
        return new Attachment(change.apply(name), change.apply(content));
    }
}
