package pix.functions.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.certificates.Fixtures.AUTHORITY;
import static pix.functions.certificates.Fixtures.aResult;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pix.Language;
import pix.embedded.KeyFileSigner;
import pix.functions.certificates.pdf.CertificatePdf;

/** What is deployed is small, and still renders certificates without the parts of PDFBox that were left out. */
class ShippedZipIT {
    private static final Path ZIP = Path.of("target", "certificates.zip");
    private static final long LARGEST = 15_000_000;

    @Test
    void is_small_enough_to_start_fast() throws IOException {
        assertTrue(Files.size(ZIP) <= LARGEST, Files.size(ZIP) + " bytes");
    }

    @Test
    void renders_a_certificate_with_nothing_but_what_is_in_it(@TempDir Path task) throws Exception {
        unzip(task);

        byte[] pdf;
        try (URLClassLoader lambda = new URLClassLoader(classPath(task), ClassLoader.getPlatformClassLoader())) {
            pdf = (byte[]) lambda.loadClass(Inside.class.getName()).getMethod("render").invoke(null);
        }

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(2, document.getNumberOfPages());
            assertTrue(new PDFTextStripper().getText(document).contains("Щербаківська"));
        }
    }

    /** Runs in a class loader that knows the zip, and of ours only what makes a certificate to render. */
    public static final class Inside {
        private Inside() {}

        public static byte[] render() {
            return new CertificatePdf(AUTHORITY).render(
                    aResult().named("Анастасія", "Щербаківська", "李明").certificate(KeyFileSigner.withNewKey()), Language.FR);
        }
    }

    /** As Lambda has it: the root, then every jar of lib. */
    private static URL[] classPath(Path task) throws IOException {
        List<URL> urls = new ArrayList<>(List.of(task.toUri().toURL()));
        try (Stream<Path> jars = Files.list(task.resolve("lib"))) {
            for (Path jar : jars.sorted().toList()) urls.add(jar.toUri().toURL());
        }
        for (Class<?> ours : List.of(Fixtures.class, KeyFileSigner.class, ECKey.class)) {
            urls.add(ours.getProtectionDomain().getCodeSource().getLocation());
        }
        return urls.toArray(URL[]::new);
    }

    private static void unzip(Path into) throws IOException {
        try (ZipFile zip = new ZipFile(ZIP.toFile())) {
            for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                Path file = into.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
    }
}
