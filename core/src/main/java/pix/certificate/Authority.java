package pix.certificate;

import java.net.URI;
import java.time.Period;
import java.util.Optional;

/**
 * In whose name certificates are issued: settings of a deployment.
 *
 * @param name of the body that issues; only an entitled body's certificates count for the school booklet
 * @param service what the service calls itself
 * @param address where it is served, without a path; the issuer's decentralised identifier follows from it
 * @param validity how long certificates are valid; empty: for ever
 */
public record Authority(String name, String service, URI address, Optional<Period> validity) {

    /** {@code did:web} of the address: its host, and its port where it has one. */
    public String did() {
        return "did:web:" + address.getHost() + (address.getPort() < 0 ? "" : "%3A" + address.getPort());
    }

    /** Where people verify a certificate. The code is in the fragment, which no server is told. */
    public String verificationAddress(CertificateCode code) {
        return at("/verify.html#" + code.grouped());
    }

    public String statusListAddress(int list) {
        return at("/credentials/status/" + list);
    }

    public String at(String path) {
        return address + path;
    }
}
