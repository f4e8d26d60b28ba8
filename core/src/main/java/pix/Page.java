package pix;

import java.util.List;
import java.util.Optional;

/** Some of many. @param cursor from where to go on, empty at the end */
public record Page<T>(List<T> entries, Optional<String> cursor) {
    public Page {
        entries = List.copyOf(entries);
    }
}
