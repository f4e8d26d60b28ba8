package pix.certificate;

/** A published result that waits for its certificate, whose code is drawn already. */
public record DueResult(CertificateCode code, PublishedResult result) {}
