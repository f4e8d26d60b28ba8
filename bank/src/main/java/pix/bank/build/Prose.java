package pix.bank.build;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Marks in a text that the small Markdown of the bank does not have, or that have no end. */
final class Prose {
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern STRONG = Pattern.compile("\\*\\*");

    private Prose() {}

    static List<String> doubts(String text) {
        var doubts = new ArrayList<String>();
        if (text.chars().filter(c -> c == '`').count() % 2 == 1) doubts.add("a backtick ` is opened and not closed");
        var prose = CODE.matcher(text).replaceAll("");
        if (STRONG.matcher(prose).results().count() % 2 == 1) doubts.add("** is opened and not closed");
        if (prose.contains("](")) doubts.add("links are not part of the small Markdown");
        if (Pattern.compile("(?m)^#{1,6} ").matcher(prose).find()) doubts.add("headings are not part of the small Markdown");
        if (Pattern.compile("</?[a-zA-Z][^>]*>").matcher(prose).find()) doubts.add("HTML is shown as it is: put it between backticks");
        return doubts;
    }
}
