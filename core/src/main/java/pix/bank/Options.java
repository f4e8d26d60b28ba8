package pix.bank;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What a list of options does whether one or several of them are right. */
final class Options {
    private Options() {}

    static List<Task.Option> map(List<Task.Option> options, UnaryOperator<String> change) {
        return options.stream().map(option -> option.map(change)).toList();
    }

    static List<Task.Option> shuffled(List<Task.Option> options, Task.Shuffle shuffle) {
        return shuffle.order(options.size()).stream().map(options::get).toList();
    }

    /** As a person sees them: nothing tells which is right. */
    static List<Question.Choice> shown(List<Task.Option> options) {
        return IntStream.range(0, options.size())
                .mapToObj(i -> new Question.Choice(Given.id(i), options.get(i).text()))
                .toList();
    }
}
