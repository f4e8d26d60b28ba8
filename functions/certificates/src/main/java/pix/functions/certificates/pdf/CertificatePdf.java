package pix.functions.certificates.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import pix.Language;
import pix.certificate.Authority;
import pix.certificate.Certificate;

/**
 * Renders a certificate as PDF/A-3a and PDF/UA-1 with its credential attached. The same certificate in the same
 * language is the same file, byte by byte. Thread-safe.
 */
public final class CertificatePdf {
    private static final String ATTACHMENT = "credential.jwt";

    private final Authority authority;
    private final Fonts.Files files = new Fonts.Files();

    public CertificatePdf(Authority authority) {
        this.authority = authority;
    }

    public byte[] render(Certificate certificate, Language language) {
        try (PDDocument document = new PDDocument()) {
            Words words = new Words(language);
            Fonts fonts = new Fonts(document, files);
            Tags tags = new Tags(document);
            TaggedPage front = new TaggedPage(document, 0, fonts);
            new FrontPage(tags, front, fonts, words, authority, certificate).draw();
            front.close();
            TaggedPage detail = new TaggedPage(document, 1, fonts);
            new DetailPage(tags, detail, words, certificate).draw();
            detail.close();
            tags.close(List.of(front, detail));
            archive(document, certificate, words);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void archive(PDDocument document, Certificate certificate, Words words) throws IOException {
        Archive archive = new Archive(document);
        Instant made = certificate.issue().at();
        String title = words.title() + " · " + certificate.result().holder().fullName();
        archive.describe(title, words.verify() + " : " + authority.verificationAddress(certificate.code()),
                authority.name(), words.language(), made);
        archive.bookmark(List.of(words.title(), words.detailTitle()));
        archive.attach(ATTACHMENT, words.signed(), "application/vc+jwt",
                certificate.credential().compact().getBytes(StandardCharsets.US_ASCII), made);
    }
}
