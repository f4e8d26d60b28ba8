package pix.certificate;

/** Keeps anyone from trying codes one after another. */
public interface VerificationLimit {

    /** Counts one more try from an address; false where it was one too many for now. */
    boolean admits(String address);
}
