package pix.bench;

/** One question put to the engine, and its tables. */
interface Study {
    String title();

    void run(Context context);

    /** What studies share: data, where results go, and the progress to report. */
    record Context(Data data, Report report, Progress progress) {}
}
