package pix.certificate;

import java.util.List;
import java.util.Optional;

/** Which bit of which list stands for which certificate, and which bits are set. */
public interface StatusLists {

    /** Entries nobody else has or will have. Those left unused are lost, which costs nothing but their place. */
    List<StatusEntry> reserve(int count);

    /** A list that entries were reserved in. */
    Optional<StatusList> find(int list);
}
