package pix.local;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * The settings of the run command.
 *
 * @param port where the pages and the API answer, 0 for any free port
 * @param data the folder everything is kept in
 * @param demo whether demonstration accounts are made
 * @param clockOffset how far the service's clock runs ahead, to try what happens later
 */
public record Settings(int port, Path data, boolean demo, Duration clockOffset) {

    /** @throws IllegalArgumentException with a sentence for the person who typed the setting */
    static Settings ofSystemProperties() {
        return new Settings(port(property("pix.port", "8080")), Path.of(property("pix.data", ".pix")),
                demo(property("pix.demo", "true")), offset(property("pix.clock.offset", "PT0S")));
    }

    public InstantSource clock() {
        return Clock.offset(Clock.tickMillis(ZoneOffset.UTC), clockOffset);
    }

    private static String property(String name, String otherwise) {
        String value = System.getProperty(name, "");
        return value.isBlank() ? otherwise : value;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) return port;
        } catch (NumberFormatException e) {
            // Falls through to the same sentence.
        }
        throw new IllegalArgumentException("pix.port is a port from 0 to 65535, for example -Dpix.port=8081, not: " + text);
    }

    private static boolean demo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("pix.demo is true or false, not: " + text);
        };
    }

    private static Duration offset(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "pix.clock.offset is an ISO-8601 duration, for example -Dpix.clock.offset=PT24H, not: " + text);
        }
    }
}
