package pix.functions.certificates;

import java.util.Optional;
import pix.certificate.Certificate;
import pix.certificate.CertificateCode;
import pix.certificate.Certificates;
import pix.http.Caller;
import pix.http.ProblemType;
import pix.http.Refused;

/** Whose certificate may be seen by whom. */
final class Access {
    private Access() {}

    /**
     * The caller's own certificate, or anybody's for the operator.
     *
     * @throws Refused as if there were none, where it is somebody else's
     */
    static Certificate mine(Certificates certificates, Caller caller, String id) {
        Optional<Certificate> found = CertificateCode.parse(id).flatMap(certificates::find);
        return found.filter(c -> caller.isOperator() || c.result().learnerId().equals(caller.subject()))
                .orElseThrow(() -> new Refused(ProblemType.NOT_FOUND));
    }

    /** @throws Refused where the caller does not run the platform */
    static Caller operator(Caller caller) {
        if (!caller.isOperator()) throw new Refused(ProblemType.FORBIDDEN);
        return caller;
    }

    /** @throws Refused where it is not even a code */
    static CertificateCode code(String id) {
        return CertificateCode.parse(id).orElseThrow(() -> new Refused(ProblemType.NOT_FOUND));
    }
}
