package pix.functions.enrolment.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file is by its first bytes. */
enum FileKind {
    ZIP, SPREADSHEET, XML, TEXT;

    private static final byte[] ZIP_START = {'P', 'K'};
    /** The compound file of old spreadsheets (.xls). */
    private static final byte[] COMPOUND_START = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    static FileKind of(Source source) throws IOException {
        byte[] start;
        try (InputStream in = source.open()) {
            start = in.readNBytes(64);
        }
        if (starts(start, COMPOUND_START)) return SPREADSHEET;
        if (starts(start, ZIP_START) && start.length > 3 && start[2] < ' ' && start[2] == start[3] - 1) return ZIP;
        // Byte order marks and the noughts of UTF-16 aside.
        String text = new String(start, StandardCharsets.ISO_8859_1).replaceAll("[\\x00ÿþï»¿\\s]", "");
        return text.startsWith("<") ? XML : TEXT;
    }

    private static boolean starts(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
