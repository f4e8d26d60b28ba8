package pix.bank;

import java.util.List;
import java.util.function.UnaryOperator;
import pix.Language;

/**
 * What a person does with an item, and what counts as right: one implementation a {@link Kind}. A task is first as
 * written, then filled with the values of a variant, then shuffled for a person; the same shuffled task shows the
 * choices and judges the response, which is why a mark never needs to remember what was shown.
 */
public sealed interface Task
        permits SingleChoice, SeveralChoices, TypedText, TypedNumber, Blanks, Sequence, Pairing {

    Kind kind();

    /** Every text changed, the key with it. */
    Task map(UnaryOperator<String> change);

    Task shuffled(Shuffle shuffle);

    /** What {@link Question#choices} shows; positions are ids. */
    default List<Question.Choice> choices() {
        return List.of();
    }

    default List<Question.Field> fields() {
        return List.of();
    }

    /**
     * How much of the response is right, from 0 to 1.
     *
     * @throws pix.InvalidInput where the response could not have been given to this task
     */
    double share(Response response);

    /** A response that is all right, for tests and simulations. */
    Response right();

    /** The right answer for a person to read, in small Markdown. */
    String solution(Language language);

    /** The chance of getting it right knowing nothing: 0 where something is typed. */
    double guessing();

    /** Draws the order in which {@code size} things are shown: for each place, which of them. */
    interface Shuffle {
        List<Integer> order(int size);
    }

    /** Something offered, and whether it is right. */
    record Option(String text, boolean right) {
        Option map(UnaryOperator<String> change) {
            return new Option(change.apply(text), right);
        }
    }
}
