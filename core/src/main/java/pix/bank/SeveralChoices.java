package pix.bank;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import pix.Language;

/**
 * {@code choices}: pick all that are right. The share is what was rightly picked less what was wrongly picked, of all
 * that is right, so that picking everything earns nothing.
 */
public record SeveralChoices(List<Option> options, boolean ordered) implements Task {
    public SeveralChoices {
        options = List.copyOf(options);
        if (options.stream().noneMatch(Option::right)) {
            throw new IllegalArgumentException("something among several choices is right");
        }
    }

    @Override
    public Kind kind() {
        return Kind.CHOICES;
    }

    @Override
    public SeveralChoices map(UnaryOperator<String> change) {
        return new SeveralChoices(Options.map(options, change), ordered);
    }

    @Override
    public SeveralChoices shuffled(Shuffle shuffle) {
        return ordered ? this : new SeveralChoices(Options.shuffled(options, shuffle), false);
    }

    @Override
    public List<Question.Choice> choices() {
        return Options.shown(options);
    }

    @Override
    public double share(Response response) {
        var given = Given.as(Response.Choices.class, response);
        var picked = Given.positions(given.choices(), options.size(), "/response/choices");
        long right = options.stream().filter(Option::right).count();
        long hits = picked.stream().filter(p -> options.get(p).right()).count();
        long misses = picked.size() - hits;
        return Math.max(0, (double) (hits - misses) / right);
    }

    @Override
    public Response.Choices right() {
        return new Response.Choices(IntStream.range(0, options.size())
                .filter(i -> options.get(i).right())
                .mapToObj(Given::id)
                .toList());
    }

    @Override
    public String solution(Language language) {
        return Markdown.list(options.stream().filter(Option::right).map(Option::text).toList());
    }

    /** Every set but the empty one is as likely. */
    @Override
    public double guessing() {
        return 1.0 / ((1L << options.size()) - 1);
    }
}
