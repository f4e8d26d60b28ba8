package pix.functions.enrolment.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pix.enrolment.FileFormat;
import pix.http.Json;

/** The file to fill in that the page gives away, and the one the documentation shows, are read as they stand. */
class TemplateFileTest {
    private static final Path PAGE = Path.of("../../web/site/pages/school-upload.js");
    private static final Path DOCUMENT = Path.of("../../docs/student-files.md");

    @Test
    void the_template_of_the_page_takes_students() throws IOException {
        Matcher given = Pattern.compile("const TEMPLATE = '(.+)';").matcher(Files.readString(PAGE));
        assertTrue(given.find());
        String template = Json.read('"' + given.group(1) + '"').asText();

        Gathered filled = Gathered.from(template + "123456789AB;Lefèvre;Zoé;07/02/2011;3A;zoe@example.org\r\n");

        assertEquals("no-rows", Gathered.from(template).refused());
        assertEquals(FileFormat.SIMPLE_CSV, filled.complete().format());
        assertEquals(List.of(), filled.complete().warnings());
        assertEquals(List.of("|123456789AB|Lefèvre||Zoé|2011-02-07|3A|zoe@example.org|"), filled.people());
    }

    @Test
    void the_examples_of_the_documentation_are_good_files() throws IOException {
        Matcher examples = Pattern.compile("```\n(.+?)```", Pattern.DOTALL).matcher(Files.readString(DOCUMENT));

        assertEquals(List.of(2, 2), examples.results().map(example -> Gathered.from(example.group(1)))
                .map(read -> read.faults().isEmpty() && read.complete().warnings().isEmpty() ? read.students().size() : 0).toList());
    }
}
