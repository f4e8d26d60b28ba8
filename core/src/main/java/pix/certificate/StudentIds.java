package pix.certificate;

import java.util.Optional;

/** Holds the key to national student ids. */
public interface StudentIds {

    /** The id in clear, for the school booklet alone; empty where it cannot be opened. */
    Optional<String> open(String sealed);
}
