package pix.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs every study, or those whose title contains one of the words in {@code -Dbench.only=profile,speed}. Data from
 * {@code -Dbench.data}, by default a folder {@code shared/cat} beside the checkout; results to {@code -Dbench.out}.
 */
public final class Bench {
    private static final List<Study> STUDIES = List.of(
            new OneAbility(),
            new Profile(),
            new Exposure(),
            new Honesty(),
            new Forms(),
            new Learning(),
            new Integrity(),
            new Speed());

    private Bench() {}

    public static void main(String[] arguments) {
        Path out = Path.of(System.getProperty("bench.out", "target"));
        Data data = new Data(Path.of(System.getProperty("bench.data", "../shared/cat")));
        Report report = new Report(out);
        if (!Files.isDirectory(data.folder())) {
            report.note("No data folder at " + data.folder() + ": the studies that need its files are left out.");
        }
        List<String> only = List.of(System.getProperty("bench.only", "").split(","));
        List<Study> chosen = STUDIES.stream().filter(s -> only.stream().anyMatch(s.title()::contains)).toList();
        Progress progress = new Progress(chosen.size());
        for (Study study : chosen) {
            progress.begin(study.title());
            study.run(new Study.Context(data, report, progress));
            progress.end();
        }
        report.finish();
        report.note("Written: measurement.json, one CSV a table, and plots/*.svg in " + out.toAbsolutePath().normalize());
    }
}
