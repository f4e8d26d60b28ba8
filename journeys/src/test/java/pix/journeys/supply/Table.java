package pix.journeys.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The first table of a page of {@code docs/}, which people read and tests hold to. */
final class Table {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private Table() {}

    /** The cells of every row below the head. */
    static List<List<String>> rows(Path file) throws IOException {
        return Files.readString(file).lines()
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Stream.of(line.substring(1).split("\\|")).map(String::strip).toList())
                .toList();
    }

    /** What a cell has between backticks. */
    static List<String> code(String cell) {
        return CODE.matcher(cell).results().map((MatchResult match) -> match.group(1)).toList();
    }
}
