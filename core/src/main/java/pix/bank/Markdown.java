package pix.bank;

import java.util.List;
import java.util.stream.Collectors;
import pix.Language;

/** Solutions written in the small Markdown of the bank. */
final class Markdown {
    private Markdown() {}

    static String list(List<String> entries) {
        return entries.stream().map(entry -> "- " + entry).collect(Collectors.joining("\n"));
    }

    /** Something typed: shown letter by letter where a reader of Markdown would take it for marks. */
    static String typed(String text) {
        boolean ambiguous = text.contains("*") || text.startsWith("- ");
        return ambiguous && text.indexOf('`') < 0 ? code(text) : text;
    }

    static String code(String text) {
        return text.indexOf('`') < 0 ? "`" + text + "`" : text;
    }

    static String labelled(String label, String value, Language language) {
        return switch (language) {
            case FR -> label + "\u00a0: " + value;
            case EN -> label + ": " + value;
        };
    }
}
