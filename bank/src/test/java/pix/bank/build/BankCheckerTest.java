package pix.bank.build;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankCheckerTest {
    @TempDir
    Path folder;

    @Test
    void finds_nothing_wrong_with_a_sound_file() {
        var result = Samples.check(folder, Samples.SOUND);

        assertEquals(List.of(), result.problems().errors());
        assertEquals(List.of(), result.problems().warnings());
        assertEquals(7, result.items().size());
    }

    /** What is written, what stands there instead, and what the checker says to it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            competence: "1.1"               | competence: "9.9"              | is the code of one of the sixteen
            competence: "1.1"               | competence: "1.2"              | the file of competence 1.2 is called
            id: try-choice                  | id: Try_Choice                 | an `id` is 3 to 40 small letters
            id: try-text                    | id: try-choice                 | is already the id of the item in
            level: 1                        | level: 9                       | `level` is a number from 1 to 8
            level: 1                        | levle: 1                       | `levle` is not a key of an item
            kind: choice                    | kind: quiz                     | `kind` is one of
            why: One operator.              | why: []                        | `why` is one line of text
            right: A1                       | rihgt: A1                      | a choice is `right: …` or `wrong: …`
            wrong: C3                       | wrong: B2                      | the same text twice: B2
            wrong: C3                       | right: C3                      | at least one is `wrong`
            partial: true                   | partial: maybe                 | `partial` is true or false
            seconds: 90                     | seconds: 5                     | `seconds` is a number from 10 to 900
            seconds: 90                     | partial: true                  | `partial` is for choices
            [sight, colour]                 | [sight, taste]                 | a need is sight, colour, hearing or motor
            reviewBy: 2027-09-01            | reviewBy: soon                 | is a date such as
            match: code                     | match: loose                   | `match` is words, code or exact
            ['=SUM(A1:A2)']                 | ['']                           | the text is empty
            en: ['=SUM(A1:A2)']             | ne: ['=SUM(A1:A2)']            | `en` is missing
            tolerance: 0.5                  | tolerance: some                | the tolerance `some` is not a number
            tolerance: 0.5                  | tolerance: -1                  | the tolerance is negative
            accept: "{total}"               | accept: "{thing}"              | is not a number
            accept: "{total}"               | accept: "{totla}"              | `totla` is not drawn in `vary`
            {city.name}                     | {city.nmae}                    | `{city.nmae}` has no text to show
            {people.0} envoie               | {people} envoie                | `{people}` has no text to show
            {{brut                          | {brut                          | a brace is written `{{`
            int: [40, 120, 10]              | int: [120, 40]                 | `int` is [from, to]
            pick: [2.5, 4, 5]               | pik: [2.5, 4, 5]               | is none of int, pick, sample, calc
            sample: [3,                     | sample: [7,                    | with at least as many values
            calc: "photos * size"           | calc: "photos * "              | parsing error
            calc: "photos * size"           | calc: "photos * sise"          | 'sise' is undefined
            total != photos"                | total > 9999"                  | `where` was false in all
            total != photos"                | total - photos"                | `where`
            extra: [                        | extras: [                      | `extras` is not a key of an item
            {left: b.mp3,                   | {left: a.png,                  | the same text twice: a.png
            {fr: deux, en: two}             | {fr: deux, en: one}            | the same text twice: one
            {fr: deux, en: two},            |                                | three to ten things
            {wrong: {fr: vert, en: green}}  | {right: {fr: vert, en: green}} | exactly one option is `right`
            {id: size,                      | {id: name,                     | two fields have the id
            number: {accept: 2.5            | number: {acept: 2.5            | `acept` is not a key of `number`
            - table:                        | - tabel:                       | `tabel` is not a key of a document
            [poires, 7]                     | [poires]                       | every row has as many cells
            alt: {fr: Une lettre,           | alt: {fr: '',                  | the text is empty
            <rect width="9"                 | <script width="9"              | <script> is not allowed
            fill="#fff"                     | onclick="go()"                 | `onclick` is not allowed
            fill="#fff"                     | style="x"                      | `style` is not allowed
            fill="#fff"                     | fill="url(http://a.example)"   | reaches out of the drawing
            font-size="14"                  | font-size="9"                  | text smaller than 12 units
            </text></svg>                   | </svg>                         | not well-formed XML
            viewBox="0 0 320 200"           | width="320"                    | a drawing needs a viewBox
            name: sales.csv                 | name: sales.exe                | csv, txt, json or html
            subject: {fr: Compte, en: Account} | subject: {fr: Compte}       | `en` is missing
            enemies: [try-choice]           | enemies: [try-choices]         | not its own enemy
            body: {fr: Bonjour, en: Hello}  | body: {fr: Bon, jour, en: Hi}  | needs quotation marks
            """)
    void says_where_and_what_to_mend(String written, String spoilt, String message) {
        var text = Samples.SOUND.replace(written, spoilt == null ? "" : spoilt);
        assertNotEquals(Samples.SOUND, text);

        var problems = Samples.check(folder, text).problems().errors();

        assertTrue(problems.stream().anyMatch(p -> p.message().contains(message)), () -> message + " not in " + problems);
        assertTrue(problems.stream().allMatch(p -> p.line() >= 1 && p.file().endsWith("1.1.yaml")));
    }

    @Test
    void names_the_line_of_the_fault() {
        var text = Samples.SOUND.replace("level: 5", "level: five");

        var problem = Samples.check(folder, text).problems().errors().getFirst();

        assertEquals(Samples.lineOf(text, "level: five"), problem.line());
        assertTrue(problem.toString().endsWith("1.1.yaml:" + problem.line() + ": `level` is a number from 1 to 8"));
    }

    @Test
    void tells_every_fault_at_once() {
        var text = Samples.SOUND
                .replace("level: 1", "level: 0")
                .replace("match: code", "match: loose")
                .replace("tolerance: 0.5", "tolerance: -1")
                .replace("fill=\"#fff\"", "onload=\"x\"");

        assertEquals(4, Samples.check(folder, text).problems().errors().size());
    }

    @Test
    void names_the_values_of_the_variant_that_is_wrong() {
        var text = Samples.SOUND.replace("accept: \"{total}\"", "accept: \"{city.name}\"");

        var message = Samples.check(folder, text).problems().errors().getFirst().message();

        assertTrue(message.contains("where photos = "), message);
    }

    @Test
    void refuses_broken_yaml_with_the_line_of_the_break() {
        var text = Samples.SOUND.replace("    kind: order", "   kind: order");

        var problem = Samples.check(folder, text).problems().errors().getFirst();

        assertTrue(problem.message().startsWith("not valid YAML"), problem.message());
        assertTrue(Math.abs(problem.line() - Samples.lineOf(text, "   kind: order")) <= 1);
    }

    @Test
    void warns_of_what_nothing_uses_and_of_too_few_variants() {
        var text = Samples.SOUND
                .replace("{int: [40, 120, 10]}", "{int: [40, 41]}")
                .replace("{people.0} ", "")
                .replace("({city.code})", "")
                .replace("{city.name} ", "");

        var warnings = Samples.check(folder, text).problems().warnings().toString();

        assertTrue(warnings.contains("`people` is drawn but nothing uses it"), warnings);
        assertTrue(warnings.contains("different variants in 1000 draws, should be 60"), warnings);
    }

    @Test
    void a_whole_bank_needs_enough_items_of_each_competence() throws Exception {
        var file = folder.resolve("1.1.yaml");
        Files.writeString(file, Samples.SOUND.replace("enemies: [try-choice]", "enemies: [nobody]"));

        var errors = BankChecker.check(List.of(file), true).problems().errors().toString();
        assertTrue(errors.contains("there is no item `nobody`"), errors);

        Files.writeString(file, Samples.SOUND);
        errors = BankChecker.check(List.of(file), true).problems().errors().toString();
        assertTrue(errors.contains("competence 1.1 has 6 items up to level 6, at least 8"), errors);
        assertTrue(errors.contains("competence 5.2 has 0 items up to level 6, at least 8"), errors);
    }

    @Test
    void whatever_is_written_gives_a_message_and_never_a_crash() {
        var random = new Random(7);
        var sound = Samples.SOUND.replace("{int: [40, 120, 10]}", "{pick: [40, 60]}").replace("[2.5, 4, 5]", "[2.5, 4]");
        var pieces = List.of(
                "{", "}", "[", "]", ":", "- ", "\n", "'", "\"", "&a ", "*a ", "!!int ", "? ", "|", ">-", "\t", "#", "%", "\u0000",
                "{x}", "{{", "null", "true", "1e9", "-1", "fr: ", "vary: ", "kind: ", "<svg>", "\ue000", "[[[[", "<<: ");
        for (int round = 0; round < 400; round++) {
            var text = new StringBuilder(sound);
            for (int change = 0; change <= random.nextInt(3); change++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, pieces.get(random.nextInt(pieces.size())));
                    case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(60)));
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
                }
            }
            var spoilt = text.toString();

            var result = assertDoesNotThrow(() -> Samples.check(folder, spoilt), spoilt);

            boolean sensible = result.problems().hasErrors() || result.items().size() >= 1;
            assertTrue(sensible, spoilt);
        }
    }

    @Test
    void aliases_that_bite_their_tail_are_refused() {
        var problems = Samples.check(folder, "competence: \"1.1\"\nitems: &a [*a]\n").problems().errors();

        assertEquals(1, problems.size(), problems.toString());
    }
}
