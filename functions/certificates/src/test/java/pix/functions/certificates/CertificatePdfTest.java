package pix.functions.certificates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.certificates.Fixtures.AUTHORITY;
import static pix.functions.certificates.Fixtures.NOW;
import static pix.functions.certificates.Fixtures.aResult;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import pix.Language;
import pix.certificate.Certificate;
import pix.certificate.Revocation;
import pix.embedded.KeyFileSigner;
import pix.functions.certificates.pdf.CertificatePdf;

class CertificatePdfTest {
    private static final int LARGEST = 120_000;
    private static final KeyFileSigner SIGNER = KeyFileSigner.withNewKey();
    private static final CertificatePdf PDF = new CertificatePdf(AUTHORITY);

    @BeforeAll
    static void validators() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @CsvSource({
        "lea, fr, Léa, Martin, Lyon",
        "lea, en, Léa, Martin, Lyon",
        "long, fr, Maximilienne-Apolline Éléonore Françoise Œuvrard, de La Rochefoucauld-Montbéliard d’Estissac, Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson (Marne)",
        "word, en, Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren, Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren, X",
        "polish, en, Łukasz Żółć, Błaszczykowski-Şahinoğlu, Łódź",
        "greek, fr, Αλέξανδρος, Παπαδόπουλος, Θεσσαλονίκη",
        "cyrillic, fr, Анастасія, Щербаківська, Київ",
        "arabic, fr, محمد الأمين, بن عبد اللّٰه, القاهرة",
        "hebrew, fr, אביגיל, בן־דוד, ירושלים",
        "georgian, en, ქეთევან, წერეთელი, თბილისი",
        "armenian, fr, Անահիտ, Հարությունյան, Երևան",
        "hindi, fr, अनन्या, शर्मा, दिल्ली",
        "korean, en, 민준, 김, 서울",
        "mixed, fr, Lea لين, Martin-李明, Strasbourg",
        "unknown, en, 李明, 王, 北京",
        "emoji, fr, Zo\uD83D\uDE00e, Test, Paris",
    })
    void lasts_and_is_read_by_everyone(String file, String language, String givenNames, String familyName, String place)
            throws Exception {
        Certificate certificate = aResult().named(givenNames, familyName, place).certificate(SIGNER);

        byte[] pdf = PDF.render(certificate, Language.ofTag(language).orElseThrow());

        keep(file + "-" + language, pdf);
        assertTrue(pdf.length <= LARGEST, pdf.length + " bytes");
        assertConforms(pdf, PDFAFlavour.PDFA_3_A);
        assertConforms(pdf, PDFAFlavour.PDFUA_1);
    }

    @Test
    void conforms_and_says_so_where_it_was_revoked_and_replaced() throws Exception {
        Certificate issued = aResult().certificate(SIGNER);
        Certificate revoked = new Certificate(issued.code(), issued.result(), issued.issue(), issued.credential(), true,
                Optional.of(issued.code()), Optional.of(new Revocation(NOW, "Erreur", "operator-1", Optional.of(issued.code()))));

        byte[] pdf = PDF.render(revoked, Language.FR);

        keep("revoked-fr", pdf);
        assertConforms(pdf, PDFAFlavour.PDFA_3_A);
        assertConforms(pdf, PDFAFlavour.PDFUA_1);
    }

    @Test
    void says_what_the_certificate_says() throws IOException {
        Certificate certificate = aResult().certificate(SIGNER);

        try (PDDocument document = Loader.loadPDF(PDF.render(certificate, Language.FR))) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertEquals(2, document.getNumberOfPages());
            for (String said : List.of("Léa Martin", "14 mars 2012", "Lyon", "528", "pix sur 1024", "niveau 5 sur 8",
                    "12 mars 2027", "Collège Jean Moulin", "20 mars 2027", "Académie de démonstration", "Programmer",
                    "non certifié")) {
                assertTrue(text.contains(said), said + " in " + text);
            }
            assertTrue(text.contains(certificate.code().grouped()), text);
        }
    }

    @ParameterizedTest
    @CsvSource({"李明, 王, la personne nommée sur la page de vérification", "Lea, Martin-李明, Lea Martin-…"})
    void says_where_a_name_can_be_read_that_it_cannot_print(String givenNames, String familyName, String printed)
            throws IOException {
        Certificate certificate = aResult().named(givenNames, familyName, "北京").certificate(SIGNER);

        byte[] pdf = PDF.render(certificate, Language.FR);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertTrue(text.contains(printed), text);
            assertTrue(text.contains("page de vérification"), text);
            assertFalse(text.contains("?"), text);
            String metadata = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertTrue(metadata.contains(certificate.result().holder().fullName()), "the title names the person");
        }
    }

    @Test
    void carries_the_credential_where_a_browser_finds_it() throws IOException {
        Certificate certificate = aResult().certificate(SIGNER);
        String compact = certificate.credential().compact();

        byte[] pdf = PDF.render(certificate, Language.EN);

        assertTrue(new String(pdf, StandardCharsets.ISO_8859_1).contains(compact), "in the bytes, as it is");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDEmbeddedFile file = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames()
                    .get("credential.jwt").getEmbeddedFile();
            assertEquals(compact, new String(file.toByteArray(), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void is_the_same_file_for_the_same_certificate() {
        Certificate certificate = aResult().certificate(SIGNER);

        assertArrayEquals(PDF.render(certificate, Language.FR), PDF.render(certificate, Language.FR));
    }

    @Test
    void is_rendered_fast_enough_to_be_kept_nowhere() {
        Certificate certificate = aResult().certificate(SIGNER);
        for (int i = 0; i < 40; i++) PDF.render(certificate, Language.FR);

        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] nanos = new long[41];
        for (int i = 0; i < nanos.length; i++) {
            long start = threads.getCurrentThreadCpuTime();
            PDF.render(certificate, Language.FR);
            nanos[i] = threads.getCurrentThreadCpuTime() - start;
        }

        Arrays.sort(nanos);
        double median = nanos[nanos.length / 2] / 1e6;
        System.out.printf("rendered in %.1f ms of one core (median, warm)%n", median);
        assertTrue(median <= 80, median + " ms");
    }

    private static void assertConforms(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            assertTrue(result.isCompliant(), () -> flavour + ": " + result.getTestAssertions().stream()
                    .map(a -> a.getRuleId() + " " + a.getMessage()).distinct().toList());
        }
    }

    /** Kept for whoever wants to look at them. */
    private static void keep(String name, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "certificates"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
    }
}
