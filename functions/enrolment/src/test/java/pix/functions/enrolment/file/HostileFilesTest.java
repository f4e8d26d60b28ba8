package pix.functions.enrolment.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFilesTest {
    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String START = "<BEE_ELEVES><PARAMETRES><UAJ>0750655E</UAJ></PARAMETRES><DONNEES><ELEVES>";
    private static final String END = "</ELEVES></DONNEES></BEE_ELEVES>";

    @TempDir
    private Path folder;

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void fetches_nothing_from_elsewhere() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "0750655E");
        String outside = PROLOG + "<!DOCTYPE BEE_ELEVES [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>\n"
                + START.replace("0750655E", "&e;") + END;
        String parameter = PROLOG + "<!DOCTYPE BEE_ELEVES [<!ENTITY % e SYSTEM \"" + secret.toUri() + "\"> %e;]>\n" + START + END;
        String external = PROLOG + "<!DOCTYPE BEE_ELEVES SYSTEM \"" + secret.toUri() + "\">\n" + START + END;

        assertEquals("forbidden-dtd", Gathered.from(outside).refused());
        assertEquals("forbidden-dtd", Gathered.from(parameter).refused());
        assertEquals("forbidden-dtd", Gathered.from(external).refused());
        assertEquals("forbidden-dtd", Gathered.from(Zips.of("a.xml", utf8(outside))).refused());
    }

    @Test
    void does_not_expand_a_billion_laughs() {
        String entities = IntStream.range(1, 10).mapToObj(i -> "<!ENTITY e" + i + " \"" + ("&e" + (i - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining());

        assertEquals("forbidden-dtd", Gathered.from(PROLOG + "<!DOCTYPE BEE_ELEVES [<!ENTITY e0 \"ha\">" + entities + "]>"
                + START.replace("0750655E", "&e9;") + END).refused());
    }

    @Test
    void refuses_xml_out_of_all_proportion() {
        assertEquals("malformed-xml 1", Gathered.from(START + "<A>".repeat(10_000)).refused());
        assertEquals("malformed-xml 1", Gathered.from(START + "<A B=\"" + "x".repeat(3_000_000) + "\"/>" + END).refused());
        assertEquals("malformed-xml 1", Gathered.from(START + "<!-- " + "x".repeat(3_000_000) + " -->" + END).refused());
        assertEquals("malformed-xml 2", Gathered.from(PROLOG + START + "<ELEVE>" + END).refused());
        assertEquals("unknown-format", Gathered.from("<html><table></table></html>").refused());
        assertEquals("no-rows", Gathered.from(START + END).refused());
    }

    @Test
    void reads_many_plain_entities() {
        String eleve = "<ELEVE ELEVE_ID=\"%d\"><NOM_DE_FAMILLE>N&#39;Diaye</NOM_DE_FAMILLE><PRENOM>L&#233;a</PRENOM>"
                + "<DATE_NAISS>07/02/2012</DATE_NAISS><VILLE_NAISS>A &amp; B &lt; C</VILLE_NAISS></ELEVE>\n";

        Gathered read = Gathered.from(START + IntStream.range(0, 5000).mapToObj(eleve::formatted).collect(Collectors.joining()) + END);

        assertEquals(5000, read.students().size());
        assertEquals("N'Diaye", read.students().getFirst().familyName());
        assertEquals(101, read.complete().warnings().size());
        assertEquals("4900", read.complete().warnings().getLast().subject());
    }

    @Test
    void refuses_archives_that_expand_beyond_measure() {
        byte[] spaces = new byte[60_000_000];
        Arrays.fill(spaces, (byte) ' ');

        assertEquals("zip-bomb", Gathered.from(Zips.of("bomb.csv", spaces)).refused());
        byte[] start = utf8(START);
        System.arraycopy(start, 0, spaces, 0, start.length);
        assertEquals("zip-bomb", Gathered.from(Zips.of("bomb.xml", spaces)).refused());
    }

    @Test
    void refuses_archives_within_archives_and_by_the_hundred() {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 101; i++) many.put(i + ".csv", new byte[0]);

        assertEquals("nested-zip", Gathered.from(Zips.of("inner.zip", Zips.siecle())).refused());
        assertEquals("too-many-entries 100", Gathered.from(Zips.of(many)).refused());
        assertEquals("unknown-format", Gathered.from(Zips.of(Map.of("a.xml", new byte[1], "b.xml", new byte[1]))).refused());
        assertEquals("empty", Gathered.from(Zips.of(Map.of())).refused());
    }

    @Test
    void refuses_broken_archives() {
        byte[] whole = Zips.siecle();
        byte[] scratched = whole.clone();
        for (int i = 200; i < 260; i++) scratched[i] ^= 0x55;
        byte[] locked = whole.clone();
        locked[6] |= 1;

        assertEquals("broken-zip", Gathered.from(Arrays.copyOf(whole, whole.length / 2)).refused());
        assertEquals("broken-zip", Gathered.from(Arrays.copyOf(whole, 10)).refused());
        assertEquals("broken-zip", Gathered.from(scratched).refused());
        assertEquals("encrypted-zip", Gathered.from(locked).refused());
    }

    @Test
    void sends_spreadsheets_back_to_be_saved_as_csv() {
        byte[] old = new byte[4096];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1}, 0, old, 0, 8);

        assertEquals("spreadsheet", Gathered.from(old).refused());
        assertEquals("spreadsheet", Gathered.from(Zips.of(Map.of("[Content_Types].xml", new byte[9], "xl/workbook.xml", new byte[9]))).refused());
        assertEquals("spreadsheet", Gathered.from(Zips.of(Map.of("mimetype", new byte[9], "content.xml", new byte[9]))).refused());
    }

    @Test
    void refuses_what_is_something_else() {
        assertEquals("unknown-format", Gathered.from("%PDF-1.7 %\u00e2\u00e3").refused());
        assertEquals("not-text", Gathered.from("GIF89a\0\0").refused());
        assertEquals("not-text", Gathered.from("\1\2\3".repeat(20)).refused());
    }

    @Test
    void refuses_what_is_too_large_without_reading_it() throws Exception {
        Path large = folder.resolve("large");
        try (var file = Files.newByteChannel(large, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            file.position(SchoolFiles.LARGEST * 1_000_000L);
            file.write(ByteBuffer.wrap(new byte[1]));
        }

        assertEquals("too-large 50", Gathered.from(large).refused());
    }

    @Test
    void refuses_more_columns_than_anybody_has() {
        assertEquals("too-many-columns 1", Gathered.from("a;".repeat(600) + "\n").refused());
    }

    @Test
    void a_cell_without_end_is_a_quotation_mark_gone_astray() {
        String told = Gathered.from("familyName;givenName;birthDate\nA;\"" + "x".repeat(100_000)).refused();

        assertTrue(told.startsWith("unclosed-quote 2"), told);
    }
}
