package pix.functions.certificates;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A program that answers as AWS does, started by a test on a free port where the machine has it. */
record MotoServer(Process process, URI address) implements AutoCloseable {
    private static final String PROGRAM = "moto_server";

    /** Running and listening; empty where there is no such program on the PATH, or it does not start. */
    static Optional<MotoServer> start() throws IOException {
        Optional<Path> program = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, PROGRAM)).filter(Files::isExecutable).findFirst();
        return program.isEmpty() ? Optional.empty() : start(program.get());
    }

    private static Optional<MotoServer> start(Path program) throws IOException {
        int port = freePort();
        Process process = new ProcessBuilder(program.toString(), "-H", "127.0.0.1", "-p", String.valueOf(port))
                .redirectErrorStream(true).start();
        BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (!line.contains("Running on")) continue;
            Thread.ofVirtual().start(() -> said.lines().forEach(rest -> {}));
            return Optional.of(new MotoServer(process, URI.create("http://127.0.0.1:" + port)));
        }
        return Optional.empty();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
