package pix.bank;

import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import pix.InvalidInput;
import pix.Language;
import pix.framework.Competence;

/**
 * Something people are asked. Immutable; its wording may be read only when first needed.
 *
 * <p>Everything a person sees follows from the item, a seed and a language: {@link #question} shows, {@link #mark}
 * judges and {@link #correction} explains the same variant in the same shuffled order whenever they are given the same
 * seed, which the assessment draws and stores with the answer. The language changes words, never the order.
 */
public final class Item {
    private final Header header;
    private final int key;
    private final String id;
    private final Function<Language, Wording> wordings;
    private final Variants variants;

    /**
     * What selection and reports need to know of an item.
     *
     * @param name the author's id, unique in the bank and never shown to those who take the test
     * @param level 1 to 8
     * @param timeLimitSeconds only where speed is part of the skill
     * @param partial whether a response that is right in part earns that part
     * @param unsuitable needs with which the item cannot be asked fairly
     * @param enemies names of the items that give this one away or that it gives away
     * @param retired no longer asked
     * @param guessing the chance of getting it right knowing nothing, 0 where something is typed
     */
    public record Header(
            String name,
            Competence competence,
            int level,
            Kind kind,
            OptionalInt timeLimitSeconds,
            boolean partial,
            Set<Need> unsuitable,
            Set<String> enemies,
            boolean retired,
            double guessing) {

        public Header {
            if (level < 1 || level > 8) throw new IllegalArgumentException("levels go from 1 to 8: " + level);
            unsuitable = Set.copyOf(unsuitable);
            enemies = Set.copyOf(enemies);
        }

        /** Without a time limit, partial credit, needs or enemies. */
        public static Header of(String name, Competence competence, int level, Task task) {
            return new Header(
                    name, competence, level, task.kind(), OptionalInt.empty(), false, Set.of(), Set.of(), false,
                    task.guessing());
        }

        public Header withPartialCredit() {
            return new Header(
                    name, competence, level, kind, timeLimitSeconds, true, unsuitable, enemies, retired, guessing);
        }

        public Header withTimeLimit(int seconds) {
            return new Header(
                    name, competence, level, kind, OptionalInt.of(seconds), partial, unsuitable, enemies, retired,
                    guessing);
        }

        public Header withUnsuitable(Set<Need> needs) {
            return new Header(
                    name, competence, level, kind, timeLimitSeconds, partial, needs, enemies, retired, guessing);
        }

        public Header withEnemies(Set<String> names) {
            return new Header(
                    name, competence, level, kind, timeLimitSeconds, partial, unsuitable, names, retired, guessing);
        }

        public Header asRetired() {
            return new Header(
                    name, competence, level, kind, timeLimitSeconds, partial, unsuitable, enemies, true, guessing);
        }
    }

    /** {@code wordings} may be called often and from several threads. */
    public Item(Header header, Function<Language, Wording> wordings, Variants variants) {
        this.header = header;
        this.key = PublicId.keyOf(header.name());
        this.id = PublicId.ofKey(key);
        this.wordings = wordings;
        this.variants = variants;
    }

    /** The public id: six characters that tell nothing. */
    public String id() {
        return id;
    }

    /** The same as a number of 30 bits, to be stored in four bytes. */
    public int key() {
        return key;
    }

    /** The author's id. Not for the eyes of those who take the test. */
    public String name() {
        return header.name();
    }

    public Competence competence() {
        return header.competence();
    }

    public int level() {
        return header.level();
    }

    public Kind kind() {
        return header.kind();
    }

    public OptionalInt timeLimitSeconds() {
        return header.timeLimitSeconds();
    }

    public boolean partial() {
        return header.partial();
    }

    public Set<Need> unsuitable() {
        return header.unsuitable();
    }

    /** {@link #name Names} of items never to be asked in the same test; the relation holds both ways. */
    public Set<String> enemies() {
        return header.enemies();
    }

    public boolean retired() {
        return header.retired();
    }

    /** The chance of getting it right knowing nothing: the floor of the response curve. */
    public double guessing() {
        return header.guessing();
    }

    public Header header() {
        return header;
    }

    /** In how many ways it can be asked: 1 where it is not a template. */
    public int variants() {
        return variants.count();
    }

    /** What is shown for this seed. */
    public Question question(long seed, Language language) {
        var shown = shown(seed, language);
        return new Question(
                id,
                header.competence(),
                header.kind(),
                shown.text(),
                shown.task().choices(),
                shown.task().fields(),
                shown.documents(),
                shown.attachments(),
                header.timeLimitSeconds());
    }

    /**
     * Judges a response to {@link #question} of the same seed and language.
     *
     * @throws InvalidInput where the response could not have been given to that question: {@code wrong-kind} at
     *     {@code /response}, or {@code unknown-choice}, {@code unknown-field}, {@code unknown-option},
     *     {@code duplicate}, {@code incomplete}, {@code required}, {@code too-long} at what is wrong in it
     */
    public Mark mark(long seed, Language language, Response response) {
        if (response instanceof Response.Skip) return Mark.SKIPPED;
        return Mark.of(shown(seed, language).task().share(response), header.partial());
    }

    /** What to tell somebody who was asked {@link #question} of the same seed and language. */
    public Correction correction(long seed, Language language) {
        var shown = shown(seed, language);
        return new Correction(shown.task().solution(language), shown.explanation(), shown.tip());
    }

    /** A response to {@link #question} of the same seed and language that is all right: for tests and simulations. */
    public Response rightResponse(long seed, Language language) {
        return shown(seed, language).task().right();
    }

    /** The wording a seed shows, its task shuffled; holds the key. */
    Wording shown(long seed, Language language) {
        var draw = Draw.of(seed, key);
        var wording = variant(draw.below(variants.count()), language);
        return new Wording(
                wording.text(),
                wording.task().shuffled(draw::order),
                wording.documents(),
                wording.attachments(),
                wording.explanation(),
                wording.tip());
    }

    /** One variant as written, not shuffled, its key included: for checks and for reviewers. */
    public Wording variant(int variant, Language language) {
        return wordings.apply(language).map(variants.filler(variant, language));
    }

    @Override
    public String toString() {
        return header.name();
    }

    /** An item that is not a template. */
    public static Item of(Header header, Wording fr, Wording en) {
        return new Item(header, language -> language == Language.FR ? fr : en, Variants.NONE);
    }
}
