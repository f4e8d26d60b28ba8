package pix.functions.certificates.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The faces of one document; only those it uses are read, and only the glyphs it uses are embedded. */
final class Fonts {

    /** The bytes of every face, read once and shared by all documents. */
    static final class Files {
        private final Map<Face, byte[]> bytes = new EnumMap<>(Face.class);

        Files() {
            for (Face face : Face.values()) bytes.put(face, face.load());
        }
    }

    private record Loaded(PDFont font, CmapLookup characters) {}

    private final PDDocument document;
    private final Files files;
    private final Map<Face, Loaded> loaded = new EnumMap<>(Face.class);

    Fonts(PDDocument document, Files files) {
        this.document = document;
        this.files = files;
    }

    PDFont font(Face face) {
        return load(face).font();
    }

    boolean has(Face face, int codePoint) {
        return load(face).characters().getGlyphId(codePoint) != 0;
    }

    boolean hasAll(Face face, String text) {
        return text.codePoints().allMatch(c -> has(face, c));
    }

    private Loaded load(Face face) {
        return loaded.computeIfAbsent(face, f -> {
            try {
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(files.bytes.get(f)));
                return new Loaded(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
