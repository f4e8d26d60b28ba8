package pix.enrolment;

import pix.certificate.StudentIds;

/** Holds the keys of rosters: what makes hashes that nobody else can make, and what seals national student ids. Thread-safe. */
public interface RosterKeys extends StudentIds {

    /**
     * A hash of 32 bytes that only the holder of the key can make.
     *
     * @param purpose keeps hashes of the same words for different ends apart
     */
    byte[] hash(String purpose, String words);

    /** Encrypts an id, differently each time; {@link #open} undoes it. */
    String seal(Ine ine);

    /** Encrypts words for somebody to bring back who can neither read nor change them; {@link #open} undoes it. */
    String seal(String words);
}
