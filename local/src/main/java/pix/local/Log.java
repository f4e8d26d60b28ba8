package pix.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The log of the laptop, one JSON object a line, in a file beside the data. Thread-safe. */
final class Log {
    private final PrintStream out;

    private Log(PrintStream out) {
        this.out = out;
    }

    static Log in(Path folder) {
        Path file = folder.resolve("pix.log");
        try {
            Files.createDirectories(folder);
            return new Log(new PrintStream(
                    Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), true,
                    StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log " + file, e);
        }
    }

    void log(String line) {
        out.println(line);
    }
}
