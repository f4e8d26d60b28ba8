package pix.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pix.ability.ItemParameters;
import pix.framework.Competence;
import pix.selection.PoolItem;

/** The files of a data folder. Each is optional: what is not there is left out of the tables, and that is said. */
record Data(Path folder) {
    /** A person of the one-dimensional study; group 0 is drawn from N(0, 1), group 1 sits on a grid. */
    record Simulee(int number, double theta, int group) {}

    /** A person of the study in sixteen dimensions: a general part and one for each competence, all N(0, 1). */
    record Person(int number, double general, double[] own) {
        /** The abilities where any two competences correlate by rho. */
        double[] abilities(double rho) {
            double[] theta = new double[own.length];
            for (int k = 0; k < own.length; k++) {
                theta[k] = Math.sqrt(rho) * general + Math.sqrt(1 - rho) * own[k];
            }
            return theta;
        }
    }

    /** Items with the position in the file as key; column comp is the competence's ordinal. */
    Optional<List<PoolItem>> bank(String name) {
        return rows("bank_" + name + ".csv").map(rows -> {
            List<PoolItem> items = new ArrayList<>();
            for (String[] row : rows) {
                items.add(new PoolItem(
                        Integer.parseInt(row[0]),
                        Competence.values()[Integer.parseInt(row[5])],
                        new ItemParameters(number(row[1]), number(row[2]), number(row[3]), number(row[4]))));
            }
            return items;
        });
    }

    Optional<List<Simulee>> simulees() {
        return rows("simulees.csv").map(rows -> rows.stream()
                .map(row -> new Simulee(Integer.parseInt(row[0]), number(row[1]), Integer.parseInt(row[2])))
                .toList());
    }

    Optional<List<Person>> people() {
        return rows("simulees_md.csv").map(rows -> rows.stream()
                .map(row -> {
                    double[] own = new double[row.length - 2];
                    for (int k = 0; k < own.length; k++) own[k] = number(row[k + 2]);
                    return new Person(Integer.parseInt(row[0]), number(row[1]), own);
                })
                .toList());
    }

    private Optional<List<String[]>> rows(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) return Optional.empty();
        try {
            return Optional.of(Files.readAllLines(file).stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(","))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
