package pix.bank;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import pix.InvalidInput;
import pix.Language;

/**
 * {@code match}: join each left to a right. Several lefts may go with the same right, and some rights with nothing. The
 * share is that of the lefts joined right; one left alone is wrong.
 *
 * @param partners for each left, the position of its right
 */
public record Pairing(List<String> lefts, List<String> rights, List<Integer> partners) implements Task {
    public Pairing {
        lefts = List.copyOf(lefts);
        rights = List.copyOf(rights);
        partners = List.copyOf(partners);
        if (lefts.isEmpty() || partners.size() != lefts.size()) {
            throw new IllegalArgumentException("every left has a right");
        }
        int count = rights.size();
        if (partners.stream().anyMatch(p -> p < 0 || p >= count)) throw new IllegalArgumentException("no such right");
    }

    @Override
    public Kind kind() {
        return Kind.MATCH;
    }

    @Override
    public Pairing map(UnaryOperator<String> change) {
        return new Pairing(
                lefts.stream().map(change).toList(), rights.stream().map(change).toList(), partners);
    }

    @Override
    public Pairing shuffled(Shuffle shuffle) {
        var leftOrder = shuffle.order(lefts.size());
        var rightOrder = shuffle.order(rights.size());
        return new Pairing(
                leftOrder.stream().map(lefts::get).toList(),
                rightOrder.stream().map(rights::get).toList(),
                leftOrder.stream().map(left -> rightOrder.indexOf(partners.get(left))).toList());
    }

    @Override
    public List<Question.Choice> choices() {
        return IntStream.range(0, rights.size())
                .mapToObj(i -> new Question.Choice(Given.id(i), rights.get(i)))
                .toList();
    }

    @Override
    public List<Question.Field> fields() {
        return IntStream.range(0, lefts.size())
                .mapToObj(i -> new Question.Field(Given.id(i), lefts.get(i), List.of()))
                .toList();
    }

    @Override
    public double share(Response response) {
        var pairs = Given.as(Response.Match.class, response).pairs();
        if (pairs.isEmpty()) throw new InvalidInput("/response/pairs", "required");
        int right = 0;
        for (var pair : pairs.entrySet()) {
            int left = Given.position(pair.getKey(), lefts.size(), "/response/pairs", "unknown-field");
            var pointer = "/response/pairs/" + pair.getKey();
            if (Given.position(pair.getValue(), rights.size(), pointer, "unknown-choice") == partners.get(left)) right++;
        }
        return (double) right / lefts.size();
    }

    @Override
    public Response.Match right() {
        var pairs = new LinkedHashMap<String, String>();
        for (int left = 0; left < lefts.size(); left++) pairs.put(Given.id(left), Given.id(partners.get(left)));
        return new Response.Match(pairs);
    }

    @Override
    public String solution(Language language) {
        return Markdown.list(IntStream.range(0, lefts.size())
                .mapToObj(i -> lefts.get(i) + " → " + rights.get(partners.get(i)))
                .toList());
    }

    /** As if each right were used at most once where there are enough of them. */
    @Override
    public double guessing() {
        double chance = 1;
        for (int i = 0; i < lefts.size(); i++) chance /= Math.max(2, rights.size() - i);
        return chance;
    }
}
