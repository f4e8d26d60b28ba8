package pix.bench.lambda;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One execution environment of a function: a process of the runtime client, at home in the unpacked package. */
final class FunctionProcess implements AutoCloseable {
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    /** What the client stands on; the managed runtime has it beside the function, not in it. */
    private static final List<String> CLIENT_JARS =
            List.of("aws-lambda-java-runtime-interface-client", "aws-lambda-java-serialization", "aws-lambda-java-core", "utils-lite");

    private final RuntimeApi api = new RuntimeApi();
    private final Process process;
    private final long startedAt = System.nanoTime();

    /** @param flags of the JVM, as the managed runtime gives them */
    FunctionProcess(Path home, String handler, List<String> flags, Map<String, String> environment, Path log) throws IOException {
        List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", clientPath(), CLIENT, handler));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().putAll(Map.of(
                "AWS_LAMBDA_RUNTIME_API", api.address(), "LAMBDA_TASK_ROOT", home.toString(), "_HANDLER", handler,
                "AWS_LAMBDA_FUNCTION_NAME", "bench", "AWS_LAMBDA_FUNCTION_VERSION", "1", "AWS_LAMBDA_LOG_FORMAT", "JSON",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769", "AWS_REGION", "eu-west-3",
                "AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"));
        process = builder.start();
    }

    /** Milliseconds until it asked for its first event. */
    double awaitReady() throws InterruptedException {
        return (api.awaitReady() - startedAt) / 1e6;
    }

    String invoke(String event) throws InterruptedException {
        return api.invoke(event);
    }

    /** Milliseconds of processor it used up to now: what other work on the machine does not change. */
    double processorMillis() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** Megabytes of memory it holds now. */
    int residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024)
                .findFirst().orElse(0);
    }

    /** Ends it as it likes to end, so that it writes what it recorded. */
    void end() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        api.close();
    }

    private static String clientPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> CLIENT_JARS.stream().anyMatch(jar -> Path.of(entry).getFileName().toString().startsWith(jar)))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
