package pix.bank.build;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import pix.Language;
import pix.bank.Item;
import pix.bank.NumberKey;
import pix.bank.SingleChoice;
import pix.bank.Task;

/** Right answers that can be recognised by their form. */
final class Giveaways {
    private static final int FEW = 20;
    private static final double MOSTLY = .9;

    private Giveaways() {}

    /** Of one template whose choices are numbers: the right one should not always be the largest or the smallest. */
    static Optional<String> ofForm(Item item) {
        if (item.variants() < FEW) return Optional.empty();
        int numeric = 0;
        int largest = 0;
        int smallest = 0;
        for (int i = 0; i < item.variants(); i++) {
            if (!(item.variant(i, Language.EN).task() instanceof SingleChoice choice)) return Optional.empty();
            var wrong = numbers(choice.options().stream().filter(o -> !o.right()).toList());
            var right = numbers(choice.options().stream().filter(Task.Option::right).toList());
            if (wrong.isEmpty() || right.isEmpty()) continue;
            numeric++;
            if (wrong.get().stream().allMatch(w -> w.compareTo(right.get().getFirst()) < 0)) largest++;
            if (wrong.get().stream().allMatch(w -> w.compareTo(right.get().getFirst()) > 0)) smallest++;
        }
        if (numeric < FEW) return Optional.empty();
        if (largest > MOSTLY * numeric) return Optional.of("the right answer is nearly always the largest number");
        if (smallest > MOSTLY * numeric) return Optional.of("the right answer is nearly always the smallest number");
        return Optional.empty();
    }

    private static Optional<List<BigDecimal>> numbers(List<Task.Option> options) {
        try {
            return Optional.of(options.stream().map(o -> NumberKey.value(o.text().replaceAll("[^0-9.,-]", ""))).toList());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the right one is longer than each of the others, in French. */
    static boolean rightIsLongest(SingleChoice choice) {
        int right = choice.options().stream().filter(Task.Option::right).mapToInt(o -> o.text().length()).sum();
        return choice.options().stream().filter(o -> !o.right()).allMatch(o -> o.text().length() < right);
    }
}
