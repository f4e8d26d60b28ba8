package pix.embedded;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must never stand in a log, whoever wrote it: every test that makes one looks through it. */
public final class LogScan {
    private static final Map<String, Pattern> NEVER = Map.of(
            "a national student id",
            Pattern.compile("(?<![\\w-])(?:[0-9]{9}[A-Za-z]{2}|[0-9_]{10}[A-Za-z]|[0-9]{4}[Aa][0-9]{5}[A-Za-z])(?![\\w-])"),
            "an e-mail address", Pattern.compile("@"),
            "a secret of an authenticator app", Pattern.compile("otpauth:|(?<![\\w-])[A-Z2-7]{32,}(?![\\w-])"),
            "a token", Pattern.compile("eyJ"),
            "a birth date", Pattern.compile("\\b(?:(?:19\\d\\d|200\\d|201\\d)-\\d\\d-\\d\\d|\\d\\d/\\d\\d/(?:19|20)\\d\\d)\\b"));

    private LogScan() {}

    /**
     * The kinds of things that were found, and the names.
     *
     * @param names that must not be there either
     */
    public static List<String> in(String log, Collection<String> names) {
        return Stream.concat(
                NEVER.entrySet().stream().filter(kind -> kind.getValue().matcher(log).find()).map(Map.Entry::getKey),
                names.stream().filter(log::contains)).sorted().toList();
    }
}
