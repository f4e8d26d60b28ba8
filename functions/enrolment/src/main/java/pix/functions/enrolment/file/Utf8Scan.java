package pix.functions.enrolment.file;

/** Counts the characters beyond ASCII that are well-formed UTF-8 (Unicode, table 3-7), and the bytes that are not. */
final class Utf8Scan {
    private int wanted;
    private int low;
    private int high;
    private long wellFormed;
    private long malformed;
    private long line = 1;
    private long firstMalformedLine;

    void accept(int b) {
        if (wanted > 0) {
            if (b >= low && b <= high) {
                continuation(wanted - 1, 0x80, 0xBF);
                if (wanted == 0) wellFormed++;
                return;
            }
            wanted = 0;
            malformed();
        }
        if (b < 0x80) {
            if (b == '\n') line++;
        } else if (b >= 0xC2 && b <= 0xDF) {
            continuation(1, 0x80, 0xBF);
        } else if (b >= 0xE0 && b <= 0xEF) {
            continuation(2, b == 0xE0 ? 0xA0 : 0x80, b == 0xED ? 0x9F : 0xBF);
        } else if (b >= 0xF0 && b <= 0xF4) {
            continuation(3, b == 0xF0 ? 0x90 : 0x80, b == 0xF4 ? 0x8F : 0xBF);
        } else {
            malformed();
        }
    }

    void end() {
        if (wanted > 0) malformed();
    }

    private void continuation(int bytes, int from, int to) {
        wanted = bytes;
        low = from;
        high = to;
    }

    private void malformed() {
        malformed++;
        if (firstMalformedLine == 0) firstMalformedLine = line;
    }

    boolean valid() {
        return malformed == 0;
    }

    /** Text of another encoding hardly ever holds well-formed UTF-8, let alone more of it than malformed. */
    boolean damaged() {
        return malformed > 0 && wellFormed > malformed;
    }

    long firstMalformedLine() {
        return firstMalformedLine;
    }
}
