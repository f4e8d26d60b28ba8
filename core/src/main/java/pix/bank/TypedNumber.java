package pix.bank;

import java.util.function.UnaryOperator;
import pix.Language;

/** {@code number}: type a number, see {@link NumberKey} for what is forgiven. */
public record TypedNumber(NumberKey key) implements Task {

    @Override
    public Kind kind() {
        return Kind.NUMBER;
    }

    @Override
    public TypedNumber map(UnaryOperator<String> change) {
        return new TypedNumber(key.map(change));
    }

    @Override
    public TypedNumber shuffled(Shuffle shuffle) {
        return this;
    }

    @Override
    public double share(Response response) {
        return key.accepts(Given.text(Given.as(Response.Text.class, response).text(), "/response/text")) ? 1 : 0;
    }

    @Override
    public Response.Text right() {
        return new Response.Text(key.accepted().getFirst());
    }

    @Override
    public String solution(Language language) {
        return key.written(language);
    }

    @Override
    public double guessing() {
        return 0;
    }
}
