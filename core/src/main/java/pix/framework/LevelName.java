package pix.framework;

import pix.Text;

/** The four names of levels: two levels each. */
public enum LevelName {
    NOVICE("Novice", "Novice"),
    INDEPENDENT("Indépendant", "Independent"),
    ADVANCED("Avancé", "Advanced"),
    EXPERT("Expert", "Expert");

    private final Text name;

    LevelName(String fr, String en) {
        this.name = new Text(fr, en);
    }

    /** The name of a level from 1 to 8. */
    public static LevelName of(int level) {
        if (level < 1 || level > 8) throw new IllegalArgumentException("levels go from 1 to 8: " + level);
        return values()[(level - 1) / 2];
    }

    public Text title() {
        return name;
    }
}
