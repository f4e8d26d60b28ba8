package pix.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import pix.bench.Report.Table;

/** How long an answer takes, and how long a process takes to be ready. The only figures that differ between two runs. */
final class Speed implements Study {
    private static final int ROUNDS = 80;
    private static final int STEPS = 5000;

    @Override
    public String title() {
        return "speed";
    }

    @Override
    public void run(Context context) {
        Table table = new Table("speed", "One answer in sixteen competences, every rule on, one core, microseconds",
                "items", "what", "median", "p99", "p99.9");
        for (RunResult result : measure()) {
            Result<?> primary = result.getPrimaryResult();
            Statistics times = primary.getStatistics();
            String items = result.getParams().getParam("items");
            String what = result.getParams().getBenchmark().endsWith("step") ? "update, stop check, next item" : "update alone";
            table.row(items, what, times.getPercentile(50), times.getPercentile(99), times.getPercentile(99.9));
            if (!what.startsWith("update,")) continue;
            context.report().put("speed/" + items + "/medianMicros", times.getPercentile(50));
            context.report().put("speed/" + items + "/p99Micros", times.getPercentile(99));
        }
        context.report().table(table);
        Table cpu = new Table("cpu", "The same step by the processor's own count, microseconds: what else runs on the machine matters less",
                "items", "mean of the best of " + ROUNDS + " rounds");
        for (int items : new int[] {960, 10_000, 100_000}) {
            double micros = processorMicros(items);
            cpu.row(items, micros);
            context.report().put("speed/" + items + "/processorMicros", micros);
        }
        context.report().table(cpu);
        Table start = new Table("start", "A fresh process: milliseconds and megabytes",
                "items", "bank ready and first question", "all lists made at once", "memory of all lists", "items read or made up");
        for (int items : new int[] {0, 960, 10_000, 100_000}) {
            String[] cold = cold(items);
            String name = items == 0 ? "product" : String.valueOf(items);
            start.row(name, cold[0], cold[1], cold[2], cold[3]);
            context.report().put("speed/" + name + "/readyMillis", Double.parseDouble(cold[0]));
        }
        context.report().table(start);
    }

    private static double processorMicros(int items) {
        StepBenchmark benchmark = new StepBenchmark();
        benchmark.items = items;
        benchmark.prepare();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double best = Double.MAX_VALUE;
        long unused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = threads.getCurrentThreadCpuTime();
            for (int n = 0; n < STEPS; n++) unused += benchmark.step().hashCode();
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - start) / 1e3 / STEPS);
        }
        if (unused == Long.MIN_VALUE) throw new IllegalStateException("never: it keeps the steps from being left out");
        return best;
    }

    private static Collection<RunResult> measure() {
        try {
            return new Runner(new OptionsBuilder()
                            .include(StepBenchmark.class.getName() + "\\..*")
                            .verbosity(VerboseMode.SILENT)
                            .shouldFailOnError(true)
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IllegalStateException("the benchmark did not run", e);
        }
    }

    private static String[] cold(int items) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
                            "-cp", System.getProperty("java.class.path"), ColdStart.class.getName(), String.valueOf(items))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new IllegalStateException("a fresh process failed");
            return output.strip().split(" ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
