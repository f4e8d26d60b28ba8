package pix.certificate;

import java.util.List;
import pix.ability.Levels;
import pix.framework.Competence;

/**
 * What a certificate certifies: per competence, in the order of {@link Competence}, its level and its pix.
 *
 * @param levels 0 to 8; at 0 the competence is not certified
 * @param pix 0 to 64 each
 */
public record CertifiedLevels(List<Integer> levels, List<Integer> pix) {
    private static final int MOST_PIX = Levels.HIGHEST * Levels.PIX_PER_LEVEL;

    public CertifiedLevels {
        levels = List.copyOf(levels);
        pix = List.copyOf(pix);
        int competences = Competence.values().length;
        if (levels.size() != competences || pix.size() != competences) {
            throw new IllegalArgumentException("one level and one number of pix a competence");
        }
        if (levels.stream().anyMatch(l -> l < 0 || l > Levels.HIGHEST) || pix.stream().anyMatch(p -> p < 0 || p > MOST_PIX)) {
            throw new IllegalArgumentException("levels go from 0 to 8, pix from 0 to 64");
        }
    }

    public int level(Competence competence) {
        return levels.get(competence.ordinal());
    }

    public int pix(Competence competence) {
        return pix.get(competence.ordinal());
    }

    /** 0 to 1024. */
    public int totalPix() {
        return pix.stream().mapToInt(Integer::intValue).sum();
    }

    /** The global level, 0 to 8. */
    public int globalLevel() {
        return Levels.global(totalPix());
    }
}
