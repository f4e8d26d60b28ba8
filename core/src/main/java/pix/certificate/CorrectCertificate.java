package pix.certificate;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The operator corrects whom a certificate is about: the wrong one is revoked and another, with a code of its own,
 * takes its place in the same step. Each names the other; what the holder chose to show stays chosen. Levels are never
 * corrected here: they are the jury's, as published.
 */
public final class CorrectCertificate {

    /** What is right; what is empty was right before. */
    public record Correction(
            Optional<String> familyName,
            Optional<String> givenNames,
            Optional<LocalDate> birthDate,
            Optional<String> birthPlace) {

        Holder of(Holder wrong) {
            return new Holder(familyName.orElse(wrong.familyName()), givenNames.orElse(wrong.givenNames()),
                    birthDate.orElse(wrong.birthDate()), birthPlace.or(wrong::birthPlace));
        }
    }

    public sealed interface Outcome {
        /** Corrected now, or before in the same way. */
        record Corrected(Certificate replacement) implements Outcome {}

        record NothingToCorrect() implements Outcome {}

        record AlreadyRevoked() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    private final Certificates certificates;
    private final StatusLists statusLists;
    private final Issuer issuer;
    private final Supplier<CertificateCode> codes;
    private final InstantSource clock;

    public CorrectCertificate(Certificates certificates, StatusLists statusLists, Issuer issuer,
            Supplier<CertificateCode> codes, InstantSource clock) {
        this.certificates = certificates;
        this.statusLists = statusLists;
        this.issuer = issuer;
        this.codes = codes;
        this.clock = clock;
    }

    public Outcome correct(CertificateCode code, Correction correction, String reason, String operator) {
        Optional<Certificate> found = certificates.find(code);
        if (found.isEmpty()) return new Outcome.Unknown();
        Certificate wrong = found.get();
        if (wrong.revocation().isPresent()) return repeated(wrong, correction);
        Holder right = correction.of(wrong.result().holder());
        if (right.equals(wrong.result().holder())) return new Outcome.NothingToCorrect();
        DueResult due = new DueResult(codes.get(), wrong.result().about(right));
        Certificate replacement = issuer.certify(due, statusLists.reserve(1).getFirst(), Optional.of(code))
                .showingDetail(wrong.showDetail());
        Revocation revocation = new Revocation(clock.instant(), reason, operator, Optional.of(due.code()));
        return certificates.replace(wrong.revoked(revocation), replacement)
                ? new Outcome.Corrected(replacement)
                : repeated(certificates.find(code).orElseThrow(), correction);
    }

    private Outcome repeated(Certificate ended, Correction correction) {
        Holder asked = correction.of(ended.result().holder());
        return ended.revocation().orElseThrow().replacedBy()
                .flatMap(certificates::find)
                .filter(replacement -> replacement.result().holder().equals(asked))
                .<Outcome>map(Outcome.Corrected::new)
                .orElseGet(Outcome.AlreadyRevoked::new);
    }
}
