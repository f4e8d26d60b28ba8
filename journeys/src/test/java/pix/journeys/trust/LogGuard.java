package pix.journeys.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import pix.embedded.LogScan;

/** After every class of tests: nobody is in what the service in this process has logged. Found by JUnit, named by nobody. */
public final class LogGuard implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        // Set where the platform was made: most classes of tests need none.
        String data = System.getProperty("pix.data");
        Path log = data == null ? null : Path.of(data, "pix.log");
        if (log == null || !Files.exists(log)) return;
        List<String> found = LogScan.in(Files.readString(log), List.of(World.CANARY, World.HIDDEN, World.KEPT, Scribbler.SCRIPT));
        if (!found.isEmpty()) throw new AssertionError("the log holds " + found);
    }
}
