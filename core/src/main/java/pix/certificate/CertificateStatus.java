package pix.certificate;

/** What may be said of a certificate at a moment. */
public enum CertificateStatus {
    VALID("valid"),
    REVOKED("revoked"),
    EXPIRED("expired");

    private final String code;

    CertificateStatus(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
