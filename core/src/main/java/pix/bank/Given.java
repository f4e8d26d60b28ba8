package pix.bank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import pix.InvalidInput;

/** What a response must look like before it is judged. */
final class Given {
    private Given() {}

    static <R extends Response> R as(Class<R> shape, Response response) {
        if (!shape.isInstance(response)) throw new InvalidInput("/response", "wrong-kind");
        return shape.cast(response);
    }

    /** The position an id stands for: "1" is 0. */
    static int position(String id, int count, String pointer, String code) {
        for (int i = 0; i < count; i++) if (id(i).equals(id)) return i;
        throw new InvalidInput(pointer, code);
    }

    static List<Integer> positions(List<String> ids, int count, String pointer) {
        if (ids.isEmpty()) throw new InvalidInput(pointer, "required");
        var positions = new ArrayList<Integer>(ids.size());
        var seen = new HashSet<Integer>();
        for (int i = 0; i < ids.size(); i++) {
            int position = position(ids.get(i), count, pointer + "/" + i, "unknown-choice");
            if (!seen.add(position)) throw new InvalidInput(pointer + "/" + i, "duplicate");
            positions.add(position);
        }
        return positions;
    }

    static String text(String text, String pointer) {
        if (text == null) throw new InvalidInput(pointer, "required");
        if (text.codePointCount(0, text.length()) > Response.MAX_TEXT) throw new InvalidInput(pointer, "too-long");
        return text;
    }

    static String id(int position) {
        return Integer.toString(position + 1);
    }
}
