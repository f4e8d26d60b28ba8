package pix.functions.enrolment.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the characters of a file are written, found out by reading all of it: a byte order mark tells; what is well-formed
 * UTF-8 throughout is that; else {@link SingleByteGuess}.
 *
 * @param name as the registry of character sets has it
 * @param mark how many bytes the byte order mark takes
 */
record Encoding(String name, Charset charset, int mark) {
    private static final Pattern DECLARED = Pattern.compile("<\\?xml[^>]{1,100}encoding *= *[\"']([A-Za-z][A-Za-z0-9._-]{1,40})[\"']");
    private static final int ENOUGH_TO_JUDGE = 20;

    /** @throws RefusedFile where the file is no text, or damaged */
    static Encoding of(Source source) throws IOException {
        int mark;
        try (InputStream in = source.open()) {
            byte[] start = in.readNBytes(3);
            mark = startsWith(start, 0xEF, 0xBB, 0xBF) ? 3 : 0;
            if (startsWith(start, 0xFE, 0xFF)) return new Encoding("UTF-16BE", StandardCharsets.UTF_16BE, 2);
            if (startsWith(start, 0xFF, 0xFE)) return new Encoding("UTF-16LE", StandardCharsets.UTF_16LE, 2);
        }
        Utf8Scan utf8 = new Utf8Scan();
        SingleByteGuess guess = new SingleByteGuess();
        try (InputStream in = source.open()) {
            long bytes = 0;
            long controls = 0;
            byte[] chunk = new byte[1 << 16];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                bytes += n;
                for (int i = 0; i < n; i++) {
                    int b = chunk[i] & 0xFF;
                    if (b == 0) throw new RefusedFile(Problem.NOT_TEXT);
                    if (b < ' ' && b != '\n' && b != '\r' && b != '\t') controls++;
                    utf8.accept(b);
                    guess.accept(b);
                }
            }
            // A few stray control characters are a matter of their rows.
            if (controls > ENOUGH_TO_JUDGE && controls > bytes / 50) throw new RefusedFile(Problem.NOT_TEXT);
        }
        utf8.end();
        guess.end();
        if (utf8.valid()) return new Encoding("UTF-8", StandardCharsets.UTF_8, mark);
        if (mark > 0 || utf8.damaged()) {
            throw new RefusedFile(Problem.DAMAGED_ENCODING, Long.toString(utf8.firstMalformedLine()));
        }
        SingleByteGuess.Candidate best = guess.best().orElseThrow(() -> new RefusedFile(Problem.UNREADABLE_ENCODING));
        return new Encoding(best.name(), best.charset(), 0);
    }

    /** What an XML prolog says it is; found out where it says nothing that is known. */
    static Encoding declared(Source source) throws IOException {
        try (InputStream in = source.open()) {
            byte[] start = in.readNBytes(200);
            Matcher declared = DECLARED.matcher(new String(start, StandardCharsets.ISO_8859_1));
            if (declared.find() && Charset.isSupported(declared.group(1)) && !declared.group(1).toUpperCase(Locale.ROOT).startsWith("UTF-16")) {
                int mark = startsWith(start, 0xEF, 0xBB, 0xBF) ? 3 : 0;
                return new Encoding(declared.group(1), Charset.forName(declared.group(1)), mark);
            }
        }
        return of(source);
    }

    Reader reader(Source source) throws IOException {
        InputStream in = source.open();
        in.skipNBytes(mark);
        return new BufferedReader(new InputStreamReader(in, charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPLACE)), 1 << 16);
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) return false;
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) return false;
        }
        return true;
    }
}
