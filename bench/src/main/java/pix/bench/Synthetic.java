package pix.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import pix.ability.ItemParameters;
import pix.ability.Levels;
import pix.framework.Area;
import pix.framework.Competence;
import pix.selection.PoolItem;

/** People and items made up here, for the studies that need no file. Fixed seeds. */
final class Synthetic {
    private Synthetic() {}

    /** Abilities with the correlations of the product's prior: a general factor and one for each area. */
    static List<double[]> people(int count, long seed, double generalShare, double areaShare, double shift) {
        Random luck = new Random(seed);
        List<double[]> people = new ArrayList<>();
        for (int person = 0; person < count; person++) {
            double general = luck.nextGaussian();
            double[] areas = new double[Area.values().length];
            for (int a = 0; a < areas.length; a++) areas[a] = luck.nextGaussian();
            double[] theta = new double[16];
            for (Competence c : Competence.values()) {
                theta[c.ordinal()] = shift
                        + Math.sqrt(generalShare) * general
                        + Math.sqrt(areaShare) * areas[c.area().ordinal()]
                        + Math.sqrt(1 - generalShare - areaShare) * luck.nextGaussian();
            }
            people.add(theta);
        }
        return people;
    }

    /** Calibrated items: discriminations lognormal around 1.2, difficulties spread evenly from −3.5 to 3.5. */
    static List<PoolItem> calibrated(int perCompetence, long seed) {
        Random luck = new Random(seed);
        List<PoolItem> items = new ArrayList<>();
        for (Competence c : Competence.values()) {
            for (int n = 0; n < perCompetence; n++) {
                double a = Math.clamp(Math.exp(Math.log(1.15) + .285 * luck.nextGaussian()), .4, 2.5);
                double b = -3.5 + 7 * (n + luck.nextDouble()) / perCompetence;
                items.add(new PoolItem(items.size(), c, new ItemParameters(a, b)));
            }
        }
        return items;
    }

    /** Items as their authors give them, nothing calibrated: levels only, three in five a choice of four. */
    static List<PoolItem> authored(int perLevel) {
        List<PoolItem> items = new ArrayList<>();
        for (Competence c : Competence.values()) {
            for (int level = 1; level <= Levels.HIGHEST; level++) {
                for (int n = 0; n < perLevel; n++) {
                    ItemParameters item = n % 5 < 3 ? ItemParameters.ofLevel(level, 4) : ItemParameters.ofLevel(level);
                    items.add(new PoolItem(items.size(), c, item));
                }
            }
        }
        return items;
    }
}
