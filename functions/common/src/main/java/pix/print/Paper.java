package pix.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import pix.Language;
import pix.Text;

/** A4 pages as a PDF. */
public final class Paper {
    /** Points. */
    public static final float WIDTH = PDRectangle.A4.getWidth();
    public static final float HEIGHT = PDRectangle.A4.getHeight();

    private Paper() {}

    /** What is on one page. */
    public interface Page {
        void draw(Pen pen) throws IOException;
    }

    /** @param pages at least one, since a document without pages is none */
    public static byte[] print(Text title, Language language, List<Page> pages) {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDFont regular = font(document, "world-regular");
            PDFont bold = font(document, "world-bold");
            document.getDocumentInformation().setTitle(title.in(language));
            document.getDocumentCatalog().setLanguage(language.tag());
            for (Page page : pages) {
                PDPage sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                try (PDPageContentStream ink = new PDPageContentStream(document, sheet)) {
                    page.draw(new Pen(ink, regular, bold));
                }
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDFont font(PDDocument document, String file) throws IOException {
        try (InputStream in = Paper.class.getResourceAsStream("/pix/print/fonts/" + file + ".ttf")) {
            return PDType0Font.load(document, in, true);
        }
    }
}
