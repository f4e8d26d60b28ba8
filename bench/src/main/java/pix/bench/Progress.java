package pix.bench;

/** One line on the terminal that fills up. Where there is no terminal, one line a study. */
final class Progress {
    private static final int WIDTH = 30;
    private final boolean terminal = System.console() != null && System.console().isTerminal();
    private final int studies;
    private int done;
    private int drawn = -1;
    private String study = "";

    Progress(int studies) {
        this.studies = studies;
    }

    void begin(String title) {
        study = title;
        drawn = -1;
        if (!terminal) System.err.printf("[%d/%d] %s%n", done + 1, studies, title);
        step(0, 1);
    }

    /** So much of the current study is done. */
    synchronized void step(int finished, int of) {
        int percent = (int) ((done + (double) finished / of) * 100 / studies);
        if (!terminal || percent == drawn) return;
        drawn = percent;
        int filled = percent * WIDTH / 100;
        System.err.print("\r[" + "█".repeat(filled) + "·".repeat(WIDTH - filled) + "] " + percent + " %  " + study + "\033[K");
    }

    void end() {
        done++;
        if (terminal) System.err.print("\r\033[K");
    }
}
