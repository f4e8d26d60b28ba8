package pix.bank.build;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import pix.Language;
import pix.bank.Blanks;
import pix.bank.Document;
import pix.bank.Folding;
import pix.bank.NumberKey;
import pix.bank.Pairing;
import pix.bank.Response;
import pix.bank.Sequence;
import pix.bank.SeveralChoices;
import pix.bank.SingleChoice;
import pix.bank.Task;
import pix.bank.TypedNumber;
import pix.bank.TypedText;
import pix.bank.Wording;

/**
 * What must hold for every variant of an item in every language, as a person would read it. Rules are listed once, in
 * {@link #RULES}. They get the wording as written and fill in what they look at: a thousand variants of every template
 * are checked at each build.
 */
final class ItemChecks {
    static final int TEXT = 900;
    static final int EXPLANATION = 500;
    static final int TIP = 300;
    private static final int ALTERNATIVE = 2_000;
    private static final int CHOICE = 300;
    private static final int TYPED = 200;
    private static final int ATTACHMENT = 20_000;
    private static final int DECIMALS = 6;
    private static final Pattern FILE_NAME = Pattern.compile("[\\p{L}0-9 ._-]{1,60}\\.(csv|txt|json|html)");

    /** What needs no folding: most texts. */
    private static final Pattern PLAIN = Pattern.compile("[!#-&(-_a-~]+(?: [!#-&(-_a-~]+)*+");

    /** What is wrong, and under which key of the item; {@code index} is the entry of a list, -1 for all of it. */
    record Fault(String key, int index, String message) {
        Fault(String key, String message) {
            this(key, -1, message);
        }
    }

    @FunctionalInterface
    private interface Rule {
        void check(Wording wording, UnaryOperator<String> filler, Language language, List<Fault> faults);
    }

    private static final List<Rule> RULES = List.of(
            ItemChecks::lengths,
            ItemChecks::attachments,
            ItemChecks::pictures,
            ItemChecks::task);

    private ItemChecks() {}

    static List<Fault> faults(Wording wording, UnaryOperator<String> filler, Language language) {
        var faults = new ArrayList<Fault>();
        for (var rule : RULES) rule.check(wording, filler, language, faults);
        return faults;
    }

    private static void lengths(Wording wording, UnaryOperator<String> filler, Language language, List<Fault> faults) {
        length("text", filler.apply(wording.text()), TEXT, faults);
        length("explanation", filler.apply(wording.explanation()), EXPLANATION, faults);
        length("tip", filler.apply(wording.tip()), TIP, faults);
    }

    private static void length(String key, String text, int most, List<Fault> faults) {
        if (text.isBlank()) faults.add(new Fault(key, "the text is empty"));
        if (text.length() > most) faults.add(new Fault(key, text.length() + " characters, at most " + most));
    }

    private static void attachments(Wording wording, UnaryOperator<String> filler, Language language, List<Fault> faults) {
        for (int i = 0; i < wording.attachments().size(); i++) {
            var attachment = wording.attachments().get(i);
            var name = filler.apply(attachment.name());
            if (!FILE_NAME.matcher(name).matches()) {
                faults.add(new Fault("attachments", i, "`" + name + "` is not a file name people can use everywhere"));
            }
            if (filler.apply(attachment.content()).length() > ATTACHMENT) {
                faults.add(new Fault("attachments", i, "a file of at most " + ATTACHMENT + " characters"));
            }
        }
    }

    private static void pictures(Wording wording, UnaryOperator<String> filler, Language language, List<Fault> faults) {
        for (int i = 0; i < wording.documents().size(); i++) {
            if (!(wording.documents().get(i) instanceof Document.Picture picture)) continue;
            int index = i;
            var alternative = filler.apply(picture.alt());
            SafeSvg.fault(filler.apply(picture.svg())).ifPresent(fault -> faults.add(new Fault("documents", index, fault)));
            if (alternative.isBlank()) faults.add(new Fault("documents", index, "`alt` is empty"));
            if (alternative.length() > ALTERNATIVE) faults.add(new Fault("documents", index, "`alt` is longer than " + ALTERNATIVE));
        }
    }

    private static void task(Wording wording, UnaryOperator<String> filler, Language language, List<Fault> faults) {
        switch (wording.task().map(filler)) {
            case SingleChoice choice -> options(choice.options(), "choices", -1, faults);
            case SeveralChoices choices -> options(choices.options(), "choices", -1, faults);
            case TypedText text -> typed(text, "accept", -1, faults);
            case TypedNumber number -> number(number.key(), language, "accept", -1, faults);
            case Sequence order -> different(order.things(), "order", -1, faults);
            case Pairing pairs -> {
                different(pairs.lefts(), "pairs", -1, faults);
                different(pairs.rights(), "pairs", -1, faults);
            }
            case Blanks blanks -> blanks(blanks, language, faults);
        }
    }

    private static void blanks(Blanks task, Language language, List<Fault> faults) {
        different(task.blanks().stream().map(Blanks.Blank::label).toList(), "fields", -1, faults);
        for (int i = 0; i < task.blanks().size(); i++) {
            switch (task.blanks().get(i).filling()) {
                case Blanks.Words words -> typed(words.text(), "fields", i, faults);
                case Blanks.Figure figure -> number(figure.key(), language, "fields", i, faults);
                case Blanks.OneOf one -> options(one.choice().options(), "fields", i, faults);
            }
        }
    }

    private static void options(List<Task.Option> options, String key, int index, List<Fault> faults) {
        different(options.stream().map(Task.Option::text).toList(), key, index, faults);
    }

    /** No two that a person could not tell apart: spacing and typography do not make a difference, case does. */
    private static void different(List<String> texts, String key, int index, List<Fault> faults) {
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            if (text.isBlank()) faults.add(new Fault(key, index, "one of the texts is empty"));
            if (text.length() > CHOICE) faults.add(new Fault(key, index, text.length() + " characters in one of the texts, at most " + CHOICE));
        }
        alike(texts, ItemChecks::typography).ifPresent(twice -> faults.add(new Fault(key, index, "the same text twice: " + twice)));
    }

    private static Optional<String> alike(List<String> texts, Function<String, String> folding) {
        var seen = new HashSet<String>();
        for (var text : texts) if (!seen.add(folding.apply(text))) return Optional.of(text);
        return Optional.empty();
    }

    private static String typography(String text) {
        if (PLAIN.matcher(text).matches()) return text;
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if ("’‘`´".indexOf(c) >= 0) folded.append('\'');
            else if ("“”„«»".indexOf(c) >= 0) folded.append('"');
            else if ("‐‑‒–—−".indexOf(c) >= 0) folded.append('-');
            else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) folded.append(c);
            else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') folded.append(' ');
        }
        return folded.toString().strip();
    }

    /** Texts that differ only in case, accents or the spaces around signs: right only where that is what is asked. */
    static List<String> nearlyAlike(Wording wording) {
        var lists = switch (wording.task()) {
            case SingleChoice choice -> List.of(choice.options().stream().map(Task.Option::text).toList());
            case SeveralChoices choices -> List.of(choices.options().stream().map(Task.Option::text).toList());
            case Sequence order -> List.of(order.things());
            case Pairing pairs -> List.of(pairs.lefts(), pairs.rights());
            case TypedText _, TypedNumber _, Blanks _ -> List.<List<String>>of();
        };
        return lists.stream().flatMap(texts -> alike(texts, Folding::words).stream()).toList();
    }

    private static void typed(TypedText task, String key, int index, List<Fault> faults) {
        for (var accepted : task.accepted()) {
            if (accepted.isBlank() || Folding.words(accepted).isEmpty()) {
                faults.add(new Fault(key, index, "an accepted answer is empty"));
            } else if (!task.accepts(accepted)) {
                faults.add(new Fault(key, index, "the accepted answer `" + accepted + "` would be marked wrong"));
            }
            if (accepted.length() > TYPED) faults.add(new Fault(key, index, "an accepted answer is longer than " + TYPED));
            if (accepted.indexOf('\n') >= 0) faults.add(new Fault(key, index, "an accepted answer has several lines: nobody can type them"));
        }
    }

    private static void number(NumberKey key, Language language, String place, int index, List<Fault> faults) {
        boolean readable = true;
        for (var accepted : key.accepted()) {
            try {
                int decimals = NumberKey.value(accepted).stripTrailingZeros().scale();
                if (decimals > DECIMALS && NumberKey.value(key.tolerance()).signum() == 0) {
                    faults.add(new Fault(place, index, accepted + " has " + decimals + " decimals and no tolerance"));
                }
            } catch (NumberFormatException e) {
                readable = false;
                faults.add(new Fault(place, index, "`" + accepted + "` is not a number"));
            }
        }
        try {
            if (NumberKey.value(key.tolerance()).signum() < 0) {
                readable = false;
                faults.add(new Fault(place, index, "the tolerance is negative"));
            }
        } catch (NumberFormatException e) {
            readable = false;
            faults.add(new Fault(place, index, "the tolerance `" + key.tolerance() + "` is not a number"));
        }
        for (var unit : key.units()) {
            if (unit.isBlank()) faults.add(new Fault(place, index, "a unit is empty"));
            else if (readable && !key.accepts(key.accepted().getFirst() + " " + unit)) {
                faults.add(new Fault(place, index, "the answer with the unit `" + unit + "` would be marked wrong"));
            }
        }
        if (readable && !key.accepts(key.written(language))) {
            faults.add(new Fault(place, index, "the solution `" + key.written(language) + "` would be marked wrong"));
        }
    }

    /** Whether the right response is judged right once shuffled; a fault of the checker rather than of an author. */
    static boolean isSolvable(pix.bank.Item item, long seed, Language language) {
        Response right = item.rightResponse(seed, language);
        return item.mark(seed, language, right).outcome() == pix.bank.Outcome.CORRECT;
    }
}
