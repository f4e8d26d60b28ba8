package pix.enrolment;

import java.util.Collection;
import java.util.Map;

/** Where to look up how far people are. */
public interface Standings {

    /** By {@code learnerId}. May be a moment old. */
    Map<String, Standing> of(Collection<String> learnerIds);
}
