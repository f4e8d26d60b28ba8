package pix.functions.enrolment.file;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Which line told something first. Keeps a fingerprint of it only: two of a hundred thousand collide once in 10⁹ files. */
final class Seen {
    private final Map<Long, Long> lines = new HashMap<>();

    /** The line that told the same before. */
    OptionalLong before(String told, long line) {
        Long first = lines.putIfAbsent(fingerprint(told), line);
        return first == null ? OptionalLong.empty() : OptionalLong.of(first);
    }

    /** FNV-1a in 64 bits, then the finaliser of MurmurHash3. */
    static long fingerprint(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
