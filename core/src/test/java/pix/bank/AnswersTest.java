package pix.bank;

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pix.Language;
import pix.framework.Competence;

/** The table of {@code answers.txt}: what people type, in both languages, and how it is judged. */
class AnswersTest {

    private record Answer(Language language, Task task, String given, boolean right, String line) {}

    @TestFactory
    Stream<DynamicTest> is_judged_as_the_table_says() {
        return answers().stream().map(answer -> DynamicTest.dynamicTest(answer.line(), () -> {
            var wording = new Wording("Type it.", answer.task(), List.of(), List.of(), "Because.", "Try.");
            var item = Item.of(Item.Header.of("typed", Competence.SEARCH, 1, answer.task()), wording, wording);

            var mark = item.mark(1, answer.language(), new Response.Text(answer.given()));

            assertEquals(answer.right() ? Outcome.CORRECT : Outcome.INCORRECT, mark.outcome());
        }));
    }

    @Test
    void the_table_holds_two_hundred_answers_in_both_languages_right_and_wrong() {
        var answers = answers();

        assertTrue(answers.size() >= 200, "answers: " + answers.size());
        assertTrue(answers.stream().filter(Answer::right).count() >= 80);
        assertTrue(answers.stream().filter(a -> !a.right()).count() >= 80);
        assertTrue(answers.stream().filter(a -> a.language() == Language.FR).count() >= 80);
        assertTrue(answers.stream().filter(a -> a.language() == Language.EN).count() >= 80);
    }

    private static List<Answer> answers() {
        try (InputStream table = AnswersTest.class.getResourceAsStream("answers.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(AnswersTest::answer)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(String line) {
        var cells = line.split(" \\| ", -1);
        assertEquals(6, cells.length, line);
        var given = cells[3].replace('␣', '\u00a0').replace('⍽', '\u202f');
        assertTrue(cells[4].equals("right") || cells[4].equals("wrong"), line);
        return new Answer(
                Language.ofTag(cells[0]).orElseThrow(), task(cells[1], cells[2]), given, cells[4].equals("right"), line);
    }

    private static Task task(String how, String accepted) {
        if (!how.startsWith("number")) return new TypedText(List.of(accepted), TextMatch.ofTag(how).orElseThrow());
        var parts = how.split(" ", 3);
        var units = parts.length > 2 ? List.of(parts[2].split(",")) : List.<String>of();
        return new TypedNumber(new NumberKey(List.of(accepted), parts.length > 1 ? parts[1] : "0", units));
    }
}
