package pix.functions.certificates.pdf;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** A QR code in a white square with the quiet zone readers ask for. {@code size} is the side of the square. */
record QrCode(String text, double x, double y, double size) implements TaggedPage.Drawing {
    private static final int QUIET_MODULES = 4;

    @Override
    public void on(PDPageContentStream out) throws IOException {
        ByteMatrix modules = modules();
        Shapes.rectangle(out, Ink.PAPER, x, y, size, size);
        Shapes.fill(out, Ink.TEXT);
        double module = size / (modules.getWidth() + 2 * QUIET_MODULES);
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                int start = column;
                while (column < modules.getWidth() && modules.get(column, row) == 1) column++;
                if (column == start) continue;
                out.addRect((float) (x + (start + QUIET_MODULES) * module),
                        (float) (y + size - (row + 1 + QUIET_MODULES) * module),
                        (float) ((column - start) * module), (float) module);
            }
        }
        out.fill();
    }

    private ByteMatrix modules() {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
