package pix.functions.enrolment.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The first line of a table, understood: which format it is and where each field stands. */
record Header(Layout layout, Map<Field, Integer> position, List<String> cells, List<String> unknown, List<String> repeated) {
    private static final int FEWEST_TO_RECOGNISE = 2;

    /** How much of the line one format understands, and all its required columns count for more than any number of others. */
    private int understood() {
        int known = cells.size() - unknown.size() - repeated.size();
        return position.keySet().containsAll(layout.required()) ? 1000 + known : known;
    }

    /** @throws RefusedFile where no format has these columns, or the nearest misses one it needs */
    static Header of(List<String> cells) {
        Header best = Layout.TABLES.stream().map(layout -> of(layout, cells))
                .max(Comparator.comparingInt(Header::understood).thenComparing(h -> -Layout.TABLES.indexOf(h.layout)))
                .orElseThrow();
        if (best.understood() < FEWEST_TO_RECOGNISE) throw new RefusedFile(Problem.UNKNOWN_FORMAT);
        best.refuseMissing("");
        return best;
    }

    static Header of(Layout layout, List<String> cells) {
        Map<String, Field> fields = layout.byFolded();
        List<String> passedOver = layout.passedOverFolded();
        Map<Field, Integer> position = new EnumMap<>(Field.class);
        List<String> unknown = new ArrayList<>();
        List<String> repeated = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String folded = Layout.folded(cells.get(i));
            Field field = fields.get(folded);
            if (field == null && folded.isEmpty() || passedOver.contains(folded)) continue;
            if (field == null) {
                unknown.add(cells.get(i));
            } else if (position.putIfAbsent(field, i) != null) {
                repeated.add(cells.get(i));
            }
        }
        return new Header(layout, position, cells, unknown, repeated);
    }

    /** @param place what goes before the name of a column: the file within an archive */
    void refuseMissing(String place) {
        String missing = layout.required().stream().filter(field -> !position.containsKey(field)).sorted()
                .map(field -> place + layout.usual(field) + nearest(layout.spellings().get(field)))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) throw new RefusedFile(Problem.MISSING_COLUMN, missing);
    }

    private String nearest(Collection<String> spellings) {
        return unknown.stream().filter(header -> header.length() <= 60)
                .min(Comparator.comparingInt(header -> distance(header, spellings)))
                .filter(header -> distance(header, spellings) <= Math.max(2, header.length() / 3))
                .map(header -> " (« " + header + " » ?)").orElse("");
    }

    private static int distance(String header, Collection<String> spellings) {
        return spellings.stream().mapToInt(s -> edits(Layout.folded(header), Layout.folded(s))).min().orElse(Integer.MAX_VALUE);
    }

    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    String column(Field field) {
        Integer at = position.get(field);
        return at == null ? layout.usual(field) : cells.get(at);
    }
}
