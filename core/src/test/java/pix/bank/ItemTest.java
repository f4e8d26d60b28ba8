package pix.bank;

import static org.junit.jupiter.api.Assertions.*;
import static pix.bank.Task.Option;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import pix.InvalidInput;
import pix.Language;
import pix.framework.Competence;

class ItemTest {
    private static final List<Option> COLOURS = List.of(
            new Option("red", true), new Option("green", false), new Option("blue", false), new Option("black", false));

    @Test
    void the_same_seed_asks_the_same_question() {
        var item = item("colours", new SingleChoice(COLOURS, false));

        var questions = LongStream.range(0, 50).mapToObj(seed -> item.question(seed, Language.EN)).toList();

        for (int seed = 0; seed < 50; seed++) assertEquals(questions.get(seed), item.question(seed, Language.EN));
        assertTrue(new HashSet<>(questions).size() > 15, "seeds shuffle differently");
    }

    @Test
    void a_question_drawn_today_is_drawn_in_ten_years() {
        var item = item("colours", new SingleChoice(COLOURS, false));

        var shown = item.question(42, Language.EN).choices().stream().map(Question.Choice::text).toList();

        assertEquals(SHOWN_FOR_42, shown);
        assertEquals(ID_OF_COLOURS, item.id());
    }

    private static final List<String> SHOWN_FOR_42 = List.of("black", "red", "green", "blue");
    private static final String ID_OF_COLOURS = "2HKPVC";

    @Test
    void the_right_choice_is_right_wherever_it_is_shown() {
        var item = item("colours", new SingleChoice(COLOURS, false));

        var places = new HashSet<String>();
        for (long seed = 0; seed < 40; seed++) {
            for (var choice : item.question(seed, Language.FR).choices()) {
                var mark = item.mark(seed, Language.FR, new Response.Choice(choice.id()));
                assertEquals(choice.text().equals("red") ? new Mark(Outcome.CORRECT, 1) : new Mark(Outcome.INCORRECT, 0), mark);
                if (mark.outcome() == Outcome.CORRECT) places.add(choice.id());
            }
        }

        assertEquals(Set.of("1", "2", "3", "4"), places);
    }

    @Test
    void an_ordered_choice_keeps_the_written_order() {
        var item = item("sizes", new SingleChoice(COLOURS, true));

        for (long seed = 0; seed < 20; seed++) {
            assertEquals("red", item.question(seed, Language.EN).choices().getFirst().text());
        }
    }

    @Test
    void both_languages_see_the_same_variant_in_the_same_order() {
        var fr = new SingleChoice(List.of(new Option("un", true), new Option("deux", false), new Option("trois", false)), false);
        var en = new SingleChoice(List.of(new Option("one", true), new Option("two", false), new Option("three", false)), false);
        var item = Item.of(Item.Header.of("numbers", Competence.SEARCH, 1, fr), wording("Q", fr), wording("Q", en));
        var translation = Map.of("un", "one", "deux", "two", "trois", "three");

        for (long seed = 0; seed < 20; seed++) {
            var french = item.question(seed, Language.FR).choices().stream().map(c -> translation.get(c.text())).toList();
            assertEquals(french, item.question(seed, Language.EN).choices().stream().map(Question.Choice::text).toList());
        }
    }

    @Test
    void a_template_shows_the_values_of_the_variant_in_the_language() {
        char price = Variants.placeholder(0);
        var task = new TypedNumber(new NumberKey(List.of("" + price), "0", List.of()));
        var wording = wording("It costs " + price + ". How much?", task);
        var variants = new Variants(List.of(List.of("1,5"), List.of("2,5")), List.of(List.of("1.5"), List.of("2.5")));
        var item = new Item(Item.Header.of("price", Competence.SEARCH, 1, task), language -> wording, variants);

        var texts = new HashSet<String>();
        for (long seed = 0; seed < 20; seed++) {
            var english = item.question(seed, Language.EN).text();
            texts.add(english);
            assertEquals(english.replace('.', ','), item.question(seed, Language.FR).text().replace('.', ','));
            var value = english.substring("It costs ".length(), "It costs ".length() + 3);
            assertEquals(Outcome.CORRECT, item.mark(seed, Language.EN, new Response.Text(value)).outcome());
            assertEquals(value.replace('.', ','), item.correction(seed, Language.FR).solution());
        }
        assertEquals(Set.of("It costs 1.5. How much?", "It costs 2.5. How much?"), texts);
    }

    @Test
    void picking_several_earns_a_part_only_where_the_item_gives_partial_credit() {
        var task = new SeveralChoices(
                List.of(new Option("a", true), new Option("b", true), new Option("c", false)), true);
        var strict = item("strict", task);
        var lenient = Item.of(
                Item.Header.of("lenient", Competence.SEARCH, 1, task).withPartialCredit(), wording("Q", task), wording("Q", task));

        assertEquals(new Mark(Outcome.CORRECT, 1), strict.mark(1, Language.EN, new Response.Choices(List.of("2", "1"))));
        assertEquals(new Mark(Outcome.INCORRECT, 0), strict.mark(1, Language.EN, new Response.Choices(List.of("1"))));
        assertEquals(new Mark(Outcome.PARTIAL, .5), lenient.mark(1, Language.EN, new Response.Choices(List.of("1"))));
        assertEquals(new Mark(Outcome.PARTIAL, .5), lenient.mark(1, Language.EN, new Response.Choices(List.of("1", "2", "3"))));
        assertEquals(new Mark(Outcome.INCORRECT, 0), lenient.mark(1, Language.EN, new Response.Choices(List.of("1", "3"))));
        assertEquals("- a\n- b", lenient.correction(1, Language.EN).solution());
    }

    @Test
    void an_order_is_never_shown_solved() {
        var item = item("steps", new Sequence(List.of("first", "second", "third")));

        for (long seed = 0; seed < 200; seed++) {
            assertEquals(Outcome.INCORRECT, item.mark(seed, Language.EN, new Response.Order(List.of("1", "2", "3"))).outcome());
        }
    }

    @Test
    void an_order_nearly_right_earns_nearly_all() {
        var task = new Sequence(List.of("a", "b", "c", "d"));
        var item = Item.of(
                Item.Header.of("abcd", Competence.SEARCH, 1, task).withPartialCredit(), wording("Q", task), wording("Q", task));
        var shown = item.question(7, Language.EN).choices();

        assertEquals(1, item.mark(7, Language.EN, new Response.Order(ids(shown, "a", "b", "c", "d"))).score());
        assertEquals(2.0 / 3, item.mark(7, Language.EN, new Response.Order(ids(shown, "a", "c", "b", "d"))).score(), 1e-12);
        assertEquals(0, item.mark(7, Language.EN, new Response.Order(ids(shown, "d", "c", "b", "a"))).score());
    }

    @Test
    void pairs_are_right_wherever_their_sides_are_shown() {
        var task = new Pairing(List.of("png", "mp3", "jpg"), List.of("picture", "sound", "film"), List.of(0, 1, 0));
        var item = item("formats", task);
        var partner = Map.of("png", "picture", "mp3", "sound", "jpg", "picture");

        for (long seed = 0; seed < 20; seed++) {
            var question = item.question(seed, Language.EN);
            var pairs = new HashMap<String, String>();
            for (var left : question.fields()) {
                pairs.put(left.id(), ids(question.choices(), partner.get(left.label())).getFirst());
            }
            assertEquals(Outcome.CORRECT, item.mark(seed, Language.EN, new Response.Match(pairs)).outcome());
            pairs.remove("1");
            assertEquals(Outcome.INCORRECT, item.mark(seed, Language.EN, new Response.Match(pairs)).outcome());
        }
    }

    @Test
    void blanks_take_words_figures_and_options() {
        var task = new Blanks(List.of(
                new Blanks.Blank("Name", new Blanks.Words(new TypedText(List.of("Zoé"), TextMatch.WORDS))),
                new Blanks.Blank("Size", new Blanks.Figure(new NumberKey(List.of("2.5"), "0", List.of("MB")))),
                new Blanks.Blank("Colour", new Blanks.OneOf(new SingleChoice(COLOURS, false)))));
        var item = item("form", task);

        var right = Map.of("1", "zoe", "2", "2,5 mb", "3", "red");

        assertEquals(Outcome.CORRECT, item.mark(3, Language.EN, new Response.Fields(right)).outcome());
        assertEquals("- Name: Zoé\n- Size: 2.5\u00a0MB\n- Colour: red", item.correction(3, Language.EN).solution());
        assertEquals("- Name\u00a0: Zoé\n- Size\u00a0: 2,5\u00a0MB\n- Colour\u00a0: red", item.correction(3, Language.FR).solution());
        assertEquals(Set.of("red", "green", "blue", "black"), Set.copyOf(item.question(3, Language.EN).fields().get(2).options()));
        refused(item, new Response.Fields(Map.of("3", "pink")), "/response/fields/3", "unknown-option");
    }

    @Test
    void a_skipped_question_earns_nothing_whatever_its_kind() {
        assertEquals(Mark.SKIPPED, item("colours", new SingleChoice(COLOURS, false)).mark(1, Language.EN, new Response.Skip()));
    }

    @Test
    void a_response_that_could_not_have_been_given_is_refused_with_the_place_and_the_reason() {
        var choice = item("choice", new SingleChoice(COLOURS, false));
        var choices = item("choices", new SeveralChoices(COLOURS, false));
        var text = item("text", new TypedText(List.of("word"), TextMatch.WORDS));
        var order = item("order", new Sequence(List.of("a", "b", "c")));
        var match = item("match", new Pairing(List.of("a", "b"), List.of("1", "2"), List.of(0, 1)));
        var fields = item("fields", new Blanks(List.of(
                new Blanks.Blank("Name", new Blanks.Words(new TypedText(List.of("Zoé"), TextMatch.WORDS))))));

        refused(choice, new Response.Text("red"), "/response", "wrong-kind");
        refused(choice, new Response.Choice("5"), "/response/choice", "unknown-choice");
        refused(choice, new Response.Choice("red"), "/response/choice", "unknown-choice");
        refused(choice, new Response.Choice("01"), "/response/choice", "unknown-choice");
        refused(choices, new Response.Choices(List.of()), "/response/choices", "required");
        refused(choices, new Response.Choices(List.of("1", "0")), "/response/choices/1", "unknown-choice");
        refused(choices, new Response.Choices(List.of("1", "1")), "/response/choices/1", "duplicate");
        refused(text, new Response.Choice("1"), "/response", "wrong-kind");
        refused(text, new Response.Text("x".repeat(501)), "/response/text", "too-long");
        refused(order, new Response.Order(List.of("1", "2")), "/response/order", "incomplete");
        refused(order, new Response.Order(List.of("1", "2", "2")), "/response/order/2", "duplicate");
        refused(match, new Response.Match(Map.of("3", "1")), "/response/pairs", "unknown-field");
        refused(match, new Response.Match(Map.of("1", "3")), "/response/pairs/1", "unknown-choice");
        refused(match, new Response.Match(Map.of()), "/response/pairs", "required");
        refused(fields, new Response.Fields(Map.of("name", "x")), "/response/fields", "unknown-field");
        refused(fields, new Response.Fields(Map.of("1", "x".repeat(501))), "/response/fields/1", "too-long");
    }

    @Test
    void nothing_of_a_question_names_the_author_s_id_or_the_level() {
        var question = item("the-answer-is-red", new SingleChoice(COLOURS, false)).question(1, Language.EN);

        assertFalse(question.toString().contains("the-answer-is-red"));
        assertEquals(6, question.itemId().length());
    }

    @Test
    void a_guess_is_worth_less_the_more_there_is_to_choose_from() {
        assertEquals(.25, new SingleChoice(COLOURS, false).guessing());
        assertEquals(1.0 / 15, new SeveralChoices(COLOURS, false).guessing());
        assertEquals(1.0 / 5, new Sequence(List.of("a", "b", "c")).guessing());
        assertEquals(.25, new Pairing(List.of("a", "b"), List.of("1", "2"), List.of(0, 1)).guessing());
        assertEquals(0, new TypedText(List.of("word"), TextMatch.WORDS).guessing());
    }

    private static void refused(Item item, Response response, String pointer, String code) {
        var refusal = assertThrows(InvalidInput.class, () -> item.mark(3, Language.EN, response));
        assertEquals(List.of(new InvalidInput.Fault(pointer, code)), refusal.faults());
    }

    private static List<String> ids(List<Question.Choice> shown, String... texts) {
        return List.of(texts).stream()
                .map(text -> shown.stream().filter(c -> c.text().equals(text)).findFirst().orElseThrow().id())
                .toList();
    }

    private static Item item(String name, Task task) {
        return Item.of(Item.Header.of(name, Competence.SEARCH, 1, task), wording("Question?", task), wording("Question?", task));
    }

    private static Wording wording(String text, Task task) {
        return new Wording(text, task, List.of(), List.of(), "Because.", "Try.");
    }
}
