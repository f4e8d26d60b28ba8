package pix.bank;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import pix.InvalidInput;
import pix.Language;

/** {@code fields}: fill several blanks. The share is that of the blanks filled right; one left out is wrong. */
public record Blanks(List<Blank> blanks) implements Task {
    public Blanks {
        blanks = List.copyOf(blanks);
        if (blanks.isEmpty()) throw new IllegalArgumentException("there is a blank to fill");
    }

    /** One blank with what goes into it. */
    public record Blank(String label, Filling filling) {
        Blank map(UnaryOperator<String> change) {
            return new Blank(change.apply(label), filling.map(change));
        }
    }

    /** What goes into a blank. */
    public sealed interface Filling {
        Filling map(UnaryOperator<String> change);
    }

    public record Words(TypedText text) implements Filling {
        @Override
        public Words map(UnaryOperator<String> change) {
            return new Words(text.map(change));
        }
    }

    public record Figure(NumberKey key) implements Filling {
        @Override
        public Figure map(UnaryOperator<String> change) {
            return new Figure(key.map(change));
        }
    }

    public record OneOf(SingleChoice choice) implements Filling {
        @Override
        public OneOf map(UnaryOperator<String> change) {
            return new OneOf(choice.map(change));
        }
    }

    @Override
    public Kind kind() {
        return Kind.FIELDS;
    }

    @Override
    public Blanks map(UnaryOperator<String> change) {
        return new Blanks(blanks.stream().map(b -> b.map(change)).toList());
    }

    @Override
    public Blanks shuffled(Shuffle shuffle) {
        return new Blanks(blanks.stream().map(b -> new Blank(b.label(), shuffled(b.filling(), shuffle))).toList());
    }

    private static Filling shuffled(Filling filling, Shuffle shuffle) {
        return switch (filling) {
            case OneOf one -> new OneOf(one.choice().shuffled(shuffle));
            case Words words -> words;
            case Figure figure -> figure;
        };
    }

    @Override
    public List<Question.Field> fields() {
        return IntStream.range(0, blanks.size())
                .mapToObj(i -> new Question.Field(Given.id(i), blanks.get(i).label(), options(blanks.get(i).filling())))
                .toList();
    }

    private static List<String> options(Filling filling) {
        return switch (filling) {
            case OneOf one -> one.choice().options().stream().map(Option::text).toList();
            case Words _, Figure _ -> List.of();
        };
    }

    @Override
    public double share(Response response) {
        var given = Given.as(Response.Fields.class, response).fields();
        if (given.isEmpty()) throw new InvalidInput("/response/fields", "required");
        int right = 0;
        for (var entry : given.entrySet()) {
            int position = Given.position(entry.getKey(), blanks.size(), "/response/fields", "unknown-field");
            var pointer = "/response/fields/" + entry.getKey();
            if (accepts(blanks.get(position).filling(), Given.text(entry.getValue(), pointer), pointer)) right++;
        }
        return (double) right / blanks.size();
    }

    private static boolean accepts(Filling filling, String given, String pointer) {
        return switch (filling) {
            case Words words -> words.text().accepts(given);
            case Figure figure -> figure.key().accepts(given);
            case OneOf _ when given.isBlank() -> false;
            case OneOf one -> one.choice().options().stream()
                    .filter(o -> o.text().equals(given))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInput(pointer, "unknown-option"))
                    .right();
        };
    }

    @Override
    public Response.Fields right() {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < blanks.size(); i++) fields.put(Given.id(i), right(blanks.get(i).filling()));
        return new Response.Fields(fields);
    }

    private static String right(Filling filling) {
        return switch (filling) {
            case Words words -> words.text().accepted().getFirst();
            case Figure figure -> figure.key().accepted().getFirst();
            case OneOf one -> one.choice().rightText();
        };
    }

    @Override
    public String solution(Language language) {
        return Markdown.list(blanks.stream()
                .map(b -> Markdown.labelled(b.label(), solution(b.filling(), language), language))
                .toList());
    }

    private static String solution(Filling filling, Language language) {
        return switch (filling) {
            case Words words -> words.text().solution(language);
            case Figure figure -> figure.key().written(language);
            case OneOf one -> one.choice().rightText();
        };
    }

    @Override
    public double guessing() {
        double chance = 1;
        for (var blank : blanks) chance *= blank.filling() instanceof OneOf one ? one.choice().guessing() : 0;
        return chance;
    }
}
