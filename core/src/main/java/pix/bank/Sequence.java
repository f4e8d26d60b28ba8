package pix.bank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import pix.InvalidInput;
import pix.Language;

/**
 * {@code order}: put things in order. The share is Kendall's tau between the order given and the right one, 0 where it
 * is negative: a random order earns about nothing, two neighbours exchanged nearly everything.
 *
 * @param things in the right order
 * @param shown for each place of the screen, which of the things stands there
 */
public record Sequence(List<String> things, List<Integer> shown) implements Task {
    public Sequence {
        things = List.copyOf(things);
        shown = List.copyOf(shown);
        if (things.size() < 2) throw new IllegalArgumentException("there is something to put in order");
        if (shown.size() != things.size() || new HashSet<>(shown).size() != things.size()) {
            throw new IllegalArgumentException("every thing is shown once");
        }
    }

    /** As written, not shuffled. */
    public Sequence(List<String> things) {
        this(things, IntStream.range(0, things.size()).boxed().toList());
    }

    @Override
    public Kind kind() {
        return Kind.ORDER;
    }

    @Override
    public Sequence map(UnaryOperator<String> change) {
        return new Sequence(things.stream().map(change).toList(), shown);
    }

    /** Never the right order itself: then one place further, so that confirming what is shown earns nothing. */
    @Override
    public Sequence shuffled(Shuffle shuffle) {
        var order = new ArrayList<>(shuffle.order(things.size()));
        boolean solved = IntStream.range(0, order.size()).allMatch(i -> order.get(i) == i);
        if (solved) order.add(order.removeFirst());
        return new Sequence(things, order);
    }

    @Override
    public List<Question.Choice> choices() {
        return IntStream.range(0, shown.size())
                .mapToObj(i -> new Question.Choice(Given.id(i), things.get(shown.get(i))))
                .toList();
    }

    @Override
    public double share(Response response) {
        var given = Given.as(Response.Order.class, response);
        var places = Given.positions(given.order(), shown.size(), "/response/order");
        if (places.size() < shown.size()) throw new InvalidInput("/response/order", "incomplete");
        var order = places.stream().map(shown::get).toList();
        int pairs = 0;
        int kept = 0;
        for (int i = 0; i < order.size(); i++) {
            for (int j = i + 1; j < order.size(); j++) {
                pairs++;
                if (order.get(i) < order.get(j)) kept++;
            }
        }
        return Math.max(0, 2.0 * kept / pairs - 1);
    }

    @Override
    public Response.Order right() {
        return new Response.Order(IntStream.range(0, things.size())
                .mapToObj(thing -> Given.id(shown.indexOf(thing)))
                .toList());
    }

    @Override
    public String solution(Language language) {
        return Markdown.list(things);
    }

    /** The right order itself is never shown, so one order less is to be guessed from. */
    @Override
    public double guessing() {
        double orders = 1;
        for (int i = 2; i <= things.size(); i++) orders *= i;
        return 1 / Math.max(1, orders - 1);
    }
}
