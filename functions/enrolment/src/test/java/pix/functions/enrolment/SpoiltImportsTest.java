package pix.functions.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pix.functions.enrolment.file.Mutations;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** However a file is spoilt, the roster is either what the file says, or what it was. */
class SpoiltImportsTest {
    private static final int FILES = Integer.getInteger("pix.fuzz.imports", 200);

    @Test
    void a_refused_file_writes_no_student_and_one_that_went_in_is_in_as_a_whole() {
        Map<String, Integer> states = new TreeMap<>();
        try (School school = new School()) {
            school.bring(School.COLUMNS + School.rows(0, 10, "3A"));
            for (int seed = 0; seed < FILES; seed++) {
                byte[] file = new Mutations(1_000_000 + seed).next();
                List<Map<String, AttributeValue>> before = students(school);

                JsonNode upload = school.bring(file);

                String state = upload.path("state").asText();
                states.merge(state, 1, Integer::sum);
                if (state.equals("refused")) assertEquals(before, students(school), "seed " + seed);
                else wentInAsAWhole(school, file, upload, seed);
            }
        }
        assertTrue(states.size() == 2, "outcomes: " + states);
    }

    /** Nothing is left to be written: the same file again finds every row there. */
    private static void wentInAsAWhole(School school, byte[] file, JsonNode upload, int seed) {
        List<Map<String, AttributeValue>> after = students(school);

        JsonNode again = school.bring(file);

        String all = "0 0 " + (upload.path("rows").asInt() - upload.path("refused").asInt()) + " " + upload.path("refused").asText();
        assertEquals("done", upload.path("state").asText(), "seed " + seed);
        assertTrue(School.counts(again).startsWith(all + " "), "seed " + seed + ": " + School.counts(again) + " is not " + all);
        assertEquals(after, students(school), "seed " + seed);
    }

    private static List<Map<String, AttributeValue>> students(School school) {
        return school.store.everything().get("Organisations").stream().filter(item -> item.get("facet").s().startsWith("student#")).toList();
    }
}
