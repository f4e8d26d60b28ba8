package pix.certificate;

import java.time.Instant;
import java.util.Optional;

/**
 * The end of a certificate before its time.
 *
 * @param reason in the operator's words, for the holder
 * @param by the operator
 * @param replacedBy the corrected certificate, where this was a correction
 */
public record Revocation(Instant at, String reason, String by, Optional<CertificateCode> replacedBy) {}
