package pix.bank.build;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pix.Language;
import pix.bank.Outcome;
import pix.bank.PublicId;
import pix.bank.Response;
import pix.bank.pack.PackedBank;
import pix.framework.Competence;

class PackTest {
    @TempDir
    Path folder;

    @Test
    void what_is_packed_is_what_was_written() {
        var items = Samples.check(folder, Samples.SOUND).items();

        var bank = PackedBank.read(PackWriter.pack(items));

        for (var written : items) {
            var packed = bank.find(PublicId.of(written.header().name())).orElseThrow();
            assertEquals(written.header(), packed.header());
            for (var language : Language.values()) {
                for (long seed = 0; seed < 30; seed++) {
                    assertEquals(written.item().question(seed, language), packed.question(seed, language));
                    assertEquals(written.item().correction(seed, language), packed.correction(seed, language));
                    assertEquals(Outcome.CORRECT, packed.mark(seed, language, packed.rightResponse(seed, language)).outcome());
                    assertEquals(Outcome.SKIPPED, packed.mark(seed, language, new Response.Skip()).outcome());
                }
            }
        }
    }

    @Test
    void numbers_of_a_template_are_written_as_in_the_language() {
        var bank = PackedBank.read(PackWriter.pack(Samples.check(folder, Samples.SOUND).items()));
        var item = bank.find(PublicId.of("try-template")).orElseThrow();
        assertTrue(item.variants() > 20, "variants: " + item.variants());

        for (long seed = 0; seed < 200; seed++) {
            var french = item.question(seed, Language.FR).text();
            var english = item.question(seed, Language.EN).text();
            if (!french.contains("de 2,5 Mo")) continue;
            assertTrue(french.endsWith("{brut : 2.5, 2,50}"), french);
            assertTrue(english.contains("of 2.5 MB") && english.endsWith("{raw: 2.5, 2.50}"), english);
            return;
        }
        fail("no variant with 2.5");
    }

    @Test
    void a_retired_item_is_packed_but_not_asked() {
        var bank = PackedBank.read(PackWriter.pack(Samples.check(folder, Samples.SOUND).items()));

        assertEquals(6, bank.items().size());
        assertEquals("try-match", bank.retired().getFirst().name());
    }

    @Test
    void the_same_content_has_the_same_version_and_other_content_another() {
        var first = PackWriter.pack(Samples.check(folder, Samples.SOUND).items());
        var again = PackWriter.pack(Samples.check(folder, Samples.SOUND).items());
        var other = PackWriter.pack(Samples.check(folder, Samples.SOUND.replace("Essayez.", "Tentez.")).items());

        assertArrayEquals(first, again);
        assertNotEquals(PackedBank.read(first).version(), PackedBank.read(other).version());
        assertEquals(10, PackedBank.read(first).version().length());
    }

    @Test
    void the_report_counts_what_is_asked() {
        var result = Samples.check(folder, Samples.SOUND);

        var report = new String(BankReport.write(result.items(), result.problems().warnings()), StandardCharsets.UTF_8)
                .replaceAll("\\s", "");

        int questions = 5 + result.items().get(3).variants().count();
        assertTrue(report.startsWith("{\"items\":6,\"templates\":1,\"distinctQuestions\":" + questions
                + ",\"withAttachment\":1,"), report);
        assertTrue(report.contains("\"1.1\":{\"1\":1,\"2\":1,\"3\":1,\"4\":1,\"5\":1,\"6\":1,\"7\":0,\"8\":0}"), report);
        assertTrue(report.contains("\"byKind\":{\"choice\":1,\"choices\":1,\"text\":1,\"number\":1,\"fields\":1,\"order\":1,\"match\":0}"), report);
    }

    @Test
    void a_sound_bank_is_packed_once_and_again_only_when_it_changed() throws Exception {
        var content = Files.createDirectory(folder.resolve("competences"));
        var target = Files.createDirectory(folder.resolve("target"));
        for (var competence : Competence.values()) Files.writeString(content.resolve(competence.code() + ".yaml"), file(competence.code()));
        var pack = target.resolve("classes/pix/bank/bank.pack");

        assertTrue(BuildBank.build(content, target));
        var version = PackedBank.read(Files.readAllBytes(pack)).version();
        Files.writeString(target.resolve("bank-report.json"), "not touched");
        assertTrue(BuildBank.build(content, target));
        assertEquals("not touched", Files.readString(target.resolve("bank-report.json")));

        Files.writeString(content.resolve("1.1.yaml"), file("1.1").replace("Essayez.", "Tentez."));
        assertTrue(BuildBank.build(content, target));
        assertNotEquals(version, PackedBank.read(Files.readAllBytes(pack)).version());

        Files.writeString(content.resolve("1.1.yaml"), file("1.1").replace("kind: number", "kind: nubmer"));
        assertFalse(BuildBank.build(content, target));
    }

    @Test
    void reviewers_see_every_item_with_its_key_and_nothing_from_elsewhere() {
        var result = Samples.check(folder, Samples.SOUND);
        var page = ReviewPage.render(PackedBank.read(PackWriter.pack(result.items())), Map.of());

        for (var item : result.items()) assertTrue(page.contains("<article id=\"" + item.header().name() + "\""));
        assertTrue(page.contains("=SOMME(A1:A2)") && page.contains("=SUM(A1:A2)"));
        assertTrue(page.contains("3 more variants"));
        assertFalse(page.contains("src=") || page.contains("@import"), "self-contained");
        assertEquals("A, Z, AA, AZ, BA", String.join(", ", List.of(
                Html.columnName(0), Html.columnName(25), Html.columnName(26), Html.columnName(51), Html.columnName(52))));
    }

    /** Eight items with ids of their own. */
    private static String file(String competence) {
        var text = new StringBuilder("competence: \"" + competence + "\"\nitems:\n");
        for (int i = 1; i <= 8; i++) {
            text.append("""
                      - id: item-%s-%d
                        level: %d
                        why: Because.
                        kind: number
                        text: {fr: 'Combien ?', en: 'How many?'}
                        accept: %d
                        explanation: {fr: 'Parce que.', en: 'Because.'}
                        tip: {fr: 'Essayez.', en: 'Try.'}
                        accessibility: Text only.
                    """.formatted(competence.replace('.', '-'), i, 1 + i % 6, i));
        }
        return text.toString();
    }
}
