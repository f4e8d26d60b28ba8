package pix.journeys.supply;

import java.math.BigInteger;

/** Which of two versions is the newer one: numbers by their value, what comes before a release ({@code -rc1}) before it. */
final class Versions {
    private Versions() {}

    static int compare(String one, String other) {
        String[] left = one.split("[.-]");
        String[] right = other.split("[.-]");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int order = comparePart(i < left.length ? left[i] : "0", i < right.length ? right[i] : "0");
            if (order != 0) return order;
        }
        return 0;
    }

    private static int comparePart(String one, String other) {
        if (number(one) && number(other)) return new BigInteger(one).compareTo(new BigInteger(other));
        if (number(one) != number(other)) return number(one) ? 1 : -1;
        return one.compareTo(other);
    }

    /** One version and no other: neither a range nor a word for the newest. */
    static boolean pinned(String version) {
        return version.matches("\\d[\\w.-]*") && !version.endsWith("SNAPSHOT");
    }

    private static boolean number(String part) {
        return part.matches("\\d+");
    }
}
