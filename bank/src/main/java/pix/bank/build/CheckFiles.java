package pix.bank.build;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Checks the files given as arguments, each as far as that is possible alone; exit code 1 where something is wrong. */
final class CheckFiles {
    private CheckFiles() {}

    public static void main(String[] arguments) {
        var files = Arrays.stream(arguments).map(Path::of).toList();
        var result = BankChecker.check(files, false);
        Stream.concat(result.problems().errors().stream(), result.problems().warnings().stream()).forEach(System.out::println);
        int errors = result.problems().errors().size();
        int templates = (int) result.items().stream().filter(Compiled::isTemplate).count();
        System.out.println(result.items().size() + " items sound (" + templates + " templates), " + errors + " errors, "
                + result.problems().warnings().size() + " warnings");
        if (errors > 0) System.exit(1);
    }
}
