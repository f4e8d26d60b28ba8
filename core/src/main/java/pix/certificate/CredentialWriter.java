package pix.certificate;

/** Writes what a certificate says as the document that is signed. */
public interface CredentialWriter {

    /** The credential, ready to be signed. */
    byte[] write(PublishedResult result, Issue issue);
}
