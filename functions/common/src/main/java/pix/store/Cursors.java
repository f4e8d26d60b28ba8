package pix.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import pix.InvalidInput;

/** Places in a list, as texts that mean nothing to who carries them from page to page. */
final class Cursors {
    private Cursors() {}

    /** @param sort the value a list is sorted by @param id of the last entry seen */
    static String write(String sort, String id) {
        byte[] place = (id + " " + sort).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place);
    }

    /** The id and what the list is sorted by. @throws InvalidInput where it is no cursor */
    static String[] read(String cursor) {
        try {
            String[] place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
            if (place.length == 2 && !place[0].isEmpty() && !place[1].isEmpty()) return place;
        } catch (IllegalArgumentException e) {
            // Falls through to the same refusal.
        }
        throw new InvalidInput("/cursor", "malformed");
    }
}
