package pix.bank.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small sound file of the bank, to be packed as it is or spoilt on purpose. */
final class Samples {
    static final String SOUND = read();

    private Samples() {}

    private static String read() {
        try (var resource = Samples.class.getResourceAsStream("1.1.yaml")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BankChecker.Result check(Path folder, String text) {
        try {
            var file = folder.resolve("1.1.yaml");
            Files.writeString(file, text);
            return BankChecker.check(List.of(file), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line on which a text of the sample stands. */
    static int lineOf(String text, String part) {
        int at = text.indexOf(part);
        if (at < 0) throw new IllegalArgumentException("not in the sample: " + part);
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
