package pix.functions.enrolment.file;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which encoding of one byte a character makes words of French names: every byte beyond ASCII is counted with the kind of
 * its neighbours, then each encoding is given points for what the bytes would be. A French letter in keeping with the
 * capitals around it speaks for it, a symbol or a stray capital inside a word against it, an undefined byte most of all.
 * Encodings that read the file the same way have the same points; the first in the list then wins.
 */
final class SingleByteGuess {
    record Candidate(String name, Charset charset) {}

    private static final List<String> JAVA_NAMES = List.of("windows-1252", "ISO-8859-15", "x-MacRoman");
    private static final Map<String, String> REGISTERED = Map.of("x-MacRoman", "macintosh");

    private static final String FRENCH = "àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ";
    private static final String FRENCH_MARKS = "’‘«»–—…°€“”\u00a0";

    private enum Kind { LOWER, UPPER, BEYOND, OTHER }

    private final int[][] seen = new int[128][Kind.values().length * Kind.values().length];
    private final List<Candidate> candidates;
    private Kind beforePrevious = Kind.OTHER;
    private int previous = '\n';

    SingleByteGuess() {
        this(Charset::isSupported);
    }

    /** @param supported not every Java has Mac Roman, which is in a module of its own: files in it are then unreadable */
    SingleByteGuess(Predicate<String> supported) {
        candidates = JAVA_NAMES.stream().filter(supported)
                .map(name -> new Candidate(REGISTERED.getOrDefault(name, name), Charset.forName(name))).toList();
    }

    void accept(int b) {
        count(kind(b));
        beforePrevious = kind(previous);
        previous = b;
    }

    void end() {
        count(Kind.OTHER);
    }

    private void count(Kind next) {
        if (previous >= 0x80) seen[previous - 0x80][beforePrevious.ordinal() * Kind.values().length + next.ordinal()]++;
    }

    private static Kind kind(int b) {
        if (b >= 'a' && b <= 'z') return Kind.LOWER;
        if (b >= 'A' && b <= 'Z') return Kind.UPPER;
        return b >= 0x80 ? Kind.BEYOND : Kind.OTHER;
    }

    /** Empty where no encoding makes sense of the file. */
    Optional<Candidate> best() {
        Candidate best = null;
        long most = -1;
        for (Candidate candidate : candidates) {
            long points = points(candidate.charset());
            if (points > most) {
                best = candidate;
                most = points;
            }
        }
        return Optional.ofNullable(best);
    }

    private long points(Charset charset) {
        long sum = 0;
        for (int b = 0; b < seen.length; b++) {
            char c = new String(new byte[] {(byte) (b + 0x80)}, charset).charAt(0);
            for (Kind before : Kind.values()) {
                for (Kind after : Kind.values()) {
                    int times = seen[b][before.ordinal() * Kind.values().length + after.ordinal()];
                    if (times > 0) sum += (long) times * points(c, before, after);
                }
            }
        }
        return sum;
    }

    private static int points(char c, Kind before, Kind after) {
        boolean inWord = isLetter(before) && isLetter(after);
        if (c == '\ufffd' || Character.isISOControl(c)) return -10;
        if (FRENCH_MARKS.indexOf(c) >= 0) return inWord && c != '’' && c != '\u00a0' ? -4 : 1;
        if (!Character.isLetter(c) || "ƒªºˆ".indexOf(c) >= 0) return inWord ? -6 : -1;
        boolean strayCapital = Character.isUpperCase(c) && before == Kind.LOWER;
        boolean straySmall = Character.isLowerCase(c) && before == Kind.UPPER && after == Kind.UPPER;
        int letter = FRENCH.indexOf(c) >= 0 ? 4 : c == 'ß' ? 0 : 1;
        return strayCapital || straySmall ? letter - 6 : letter;
    }

    private static boolean isLetter(Kind kind) {
        return kind == Kind.LOWER || kind == Kind.UPPER;
    }
}
