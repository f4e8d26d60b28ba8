package pix.journeys;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import pix.embedded.LogScan;

/**
 * The product, started as the run command starts it: one JVM of its own, with its data in a folder. It is compiled quickly
 * rather than well, as tests start it often and keep it for a minute.
 */
public final class Product implements AutoCloseable {
    /** Of every account of the demonstration. */
    public static final String DEMONSTRATION_PASSWORD = "demonstration-1";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The last line of a start, after the demonstration was made. */
    private static final String ALL_THERE = "Stop with Ctrl-C.";

    /** Names and the password of the demonstration. */
    private static final List<String> NOBODY =
            List.of(".demo", "Léa", "Karim", "Olga", "Hugo", "Benali", "Moreau", "Bernard", DEMONSTRATION_PASSWORD);

    private final Path data;
    private final int port;
    private final List<String> settings;
    private Process process;

    private Product(Path data, int port, List<String> settings) {
        this.data = data;
        this.port = port;
        this.settings = settings;
    }

    /** @param settings more for its JVM, for example {@code -Dpix.clock.offset=PT24H} */
    public static Product start(Path data, String... settings) {
        Product product = new Product(data, freePort(), List.of(settings));
        product.start();
        return product;
    }

    public String address() {
        return "http://localhost:" + port;
    }

    /** What the product wrote to its console and its log. */
    public String output() {
        try {
            return Files.readString(console()) + log();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What went wrong in it, line by line. */
    public List<String> errors() {
        return output().lines().filter(line -> line.contains("\"ERROR\"")).toList();
    }

    /** How much memory its process holds; 0 where this machine does not say. */
    public long residentKilobytes() {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        try {
            return Files.exists(status)
                    ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum()
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}: no goodbye, nothing flushed. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again on the same data and port. */
    public void start() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx1g",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-Dpix.port=" + port, "-Dpix.data=" + data));
        command.addAll(settings);
        command.addAll(List.of("-cp", classPath(), "pix.local.Main"));
        long written;
        try {
            Files.createDirectories(data);
            written = Files.exists(console()) ? Files.size(console()) : 0;
            process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(console().toFile())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady(written);
    }

    /** Stops it, and looks through the whole log it leaves: nobody is in it. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        List<String> found = LogScan.in(log(), NOBODY);
        if (!found.isEmpty()) throw new AssertionError("the log tells of people: " + found);
    }

    private String log() {
        try {
            Path log = data.resolve("pix.log");
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param written how much earlier starts have left on the console, in bytes */
    private void awaitReady(long written) {
        HttpRequest health = HttpRequest.newBuilder(URI.create(address() + "/health")).timeout(Duration.ofSeconds(5)).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end && process.isAlive()) {
                try {
                    if (client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200
                            && consoleAfter(written).contains(ALL_THERE)) {
                        return;
                    }
                } catch (IOException e) {
                    process.onExit().completeOnTimeout(process, 100, TimeUnit.MILLISECONDS).join();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the product did not start:\n" + output());
    }

    /** What the product is made of, without the tests: they bring a platform of their own. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes" + File.separator))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String consoleAfter(long written) throws IOException {
        byte[] all = Files.readAllBytes(console());
        return new String(all, (int) written, all.length - (int) written, StandardCharsets.UTF_8);
    }

    private Path console() {
        return data.resolve("console.txt");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
