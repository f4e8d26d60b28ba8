package pix.bank;

import java.util.List;
import java.util.function.UnaryOperator;
import pix.Language;

/** {@code text}: type one of what is accepted; the first of them is the one shown as the solution. */
public record TypedText(List<String> accepted, TextMatch match) implements Task {
    public TypedText {
        accepted = List.copyOf(accepted);
        if (accepted.isEmpty()) throw new IllegalArgumentException("a typed answer accepts something");
    }

    @Override
    public Kind kind() {
        return Kind.TEXT;
    }

    @Override
    public TypedText map(UnaryOperator<String> change) {
        return new TypedText(accepted.stream().map(change).toList(), match);
    }

    @Override
    public TypedText shuffled(Shuffle shuffle) {
        return this;
    }

    @Override
    public double share(Response response) {
        return accepts(Given.text(Given.as(Response.Text.class, response).text(), "/response/text")) ? 1 : 0;
    }

    public boolean accepts(String given) {
        return accepted.contains(given) || accepted.stream().anyMatch(a -> match.accepts(a, given));
    }

    @Override
    public Response.Text right() {
        return new Response.Text(accepted.getFirst());
    }

    @Override
    public String solution(Language language) {
        return match == TextMatch.WORDS ? Markdown.typed(accepted.getFirst()) : Markdown.code(accepted.getFirst());
    }

    @Override
    public double guessing() {
        return 0;
    }
}
