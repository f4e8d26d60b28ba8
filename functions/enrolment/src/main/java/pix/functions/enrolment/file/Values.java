package pix.functions.enrolment.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a tidied value may be. */
final class Values {
    /** @param suggestion null where there is none */
    record Unusable(Problem problem, String value, String suggestion) {}

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LABEL = 64;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;:<>()\"\\[\\]]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Values() {}

    static Optional<Unusable> name(String name) {
        Optional<Unusable> fault = visible(name, LONGEST_NAME);
        if (fault.isPresent()) return fault;
        if (name.codePoints().anyMatch(Character::isDigit)) {
            String letters = name.replaceAll("(?<=\\p{Lu})0", "O").replace('0', 'o');
            boolean onlyNoughts = letters.codePoints().noneMatch(Character::isDigit);
            return Optional.of(new Unusable(Problem.DIGIT_IN_NAME, name, onlyNoughts ? letters : null));
        }
        if (name.codePoints().noneMatch(Character::isLetter)) return Optional.of(new Unusable(Problem.NOT_A_NAME, name, null));
        if (name.codePoints().allMatch(Values::belongsInName)) return Optional.empty();
        String without = name.codePoints().filter(Values::belongsInName)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return Optional.of(new Unusable(Problem.CHARACTER_NOT_ALLOWED, name, Tidy.text(without)));
    }

    private static boolean belongsInName(int c) {
        int type = Character.getType(c);
        return Character.isLetter(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
                || " '-.()/·".indexOf(c) >= 0;
    }

    /** A class or an identifier: anything short that can be seen. */
    static Optional<Unusable> label(String label) {
        return visible(label, LONGEST_LABEL);
    }

    static Optional<Unusable> email(String email) {
        Optional<Unusable> fault = visible(email, LONGEST_EMAIL);
        if (fault.isPresent() || EMAIL.matcher(email).matches()) return fault;
        String mended = email.replace(" ", "").replace(',', '.').replaceAll("^mailto:|[.<>]+$", "");
        return Optional.of(new Unusable(Problem.MALFORMED_EMAIL, email, EMAIL.matcher(mended).matches() ? mended : null));
    }

    private static Optional<Unusable> visible(String value, int longest) {
        if (value.codePoints().anyMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029')) {
            boolean lineBreak = value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0;
            String spaced = Tidy.text(value.replaceAll("[\\s\u0085\u2028\u2029]+", " ").replaceAll("\\p{Cntrl}", ""));
            return Optional.of(new Unusable(lineBreak ? Problem.LINE_BREAK : Problem.CONTROL_CHARACTER, value,
                    spaced.isEmpty() || spaced.length() > longest ? null : spaced));
        }
        if (value.indexOf('\ufffd') >= 0) return Optional.of(new Unusable(Problem.GARBLED, value, null));
        return value.length() > longest ? Optional.of(new Unusable(Problem.TOO_LONG, value, null)) : Optional.empty();
    }

    /** UTF-8 that some program once took for Windows-1252 ({@code HÃ©lÃ¨ne}), read as what it was. */
    static Optional<String> ungarbled(String value) {
        if (value.indexOf('Ã') < 0 && value.indexOf('Â') < 0 && value.indexOf('Å') < 0) return Optional.empty();
        try {
            ByteBuffer bytes = WINDOWS.newEncoder().encode(CharBuffer.wrap(value));
            return Optional.of(Tidy.text(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString()));
        } catch (CharacterCodingException sound) {
            return Optional.empty();
        }
    }
}
