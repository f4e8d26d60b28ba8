package pix.metrics;

/** What is counted; {@code template.yaml} has alarms and a dashboard by these names. */
public enum Metric {
    REQUESTS("Requests"),
    /** Answers of 500 and scheduled runs that failed. */
    ERRORS("Errors"),
    ANSWERS("Answers"),
    BOOKINGS_REFUSED("BookingsRefused"),
    CERTIFICATES_ISSUED("CertificatesIssued"),
    /** What a run of the issuing schedule had to leave to the next. */
    CERTIFICATES_WAITING("CertificatesWaiting"),
    IMPORT_ROWS("ImportRows");

    private final String title;

    Metric(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
