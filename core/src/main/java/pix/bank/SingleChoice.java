package pix.bank;

import java.util.List;
import java.util.function.UnaryOperator;
import pix.Language;

/** {@code choice}: pick the right one. {@code ordered} keeps the written order. */
public record SingleChoice(List<Option> options, boolean ordered) implements Task {
    public SingleChoice {
        options = List.copyOf(options);
        if (options.stream().filter(Option::right).count() != 1) {
            throw new IllegalArgumentException("a single choice has one right option");
        }
    }

    @Override
    public Kind kind() {
        return Kind.CHOICE;
    }

    @Override
    public SingleChoice map(UnaryOperator<String> change) {
        return new SingleChoice(Options.map(options, change), ordered);
    }

    @Override
    public SingleChoice shuffled(Shuffle shuffle) {
        return ordered ? this : new SingleChoice(Options.shuffled(options, shuffle), false);
    }

    @Override
    public List<Question.Choice> choices() {
        return Options.shown(options);
    }

    @Override
    public double share(Response response) {
        var given = Given.as(Response.Choice.class, response);
        int picked = Given.position(given.choice(), options.size(), "/response/choice", "unknown-choice");
        return options.get(picked).right() ? 1 : 0;
    }

    @Override
    public Response.Choice right() {
        int right = 0;
        while (!options.get(right).right()) right++;
        return new Response.Choice(Given.id(right));
    }

    @Override
    public String solution(Language language) {
        return rightText();
    }

    String rightText() {
        return options.stream().filter(Option::right).findFirst().orElseThrow().text();
    }

    @Override
    public double guessing() {
        return 1.0 / options.size();
    }
}
