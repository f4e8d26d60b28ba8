package pix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final long SEED = 20261123;
    private static final int TREES = 3000;
    private static final String ODD_CHARACTERS = "aé \"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028\ufeff€";

    @Test
    void whatever_is_written_reads_the_same() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < TREES; i++) {
            JsonNode tree = tree(random, 4);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Json.write(tree, out);

            assertEquals(tree, Json.read(Json.write(tree)));
            assertEquals(tree, Json.read(new ByteArrayInputStream(out.toByteArray())));
        }
    }

    @Test
    void fields_keep_their_order() throws JsonProcessingException {
        String text = "{\"b\":1,\"a\":[],\"c\":{}}";

        assertEquals(text, Json.write(Json.read(text)));
    }

    @Test
    void a_damaged_text_is_read_or_refused_and_nothing_else() {
        Random random = new Random(SEED);
        for (int i = 0; i < TREES; i++) {
            StringBuilder text = new StringBuilder(Json.write(tree(random, 3)));
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setLength(at);
                case 1 -> text.deleteCharAt(at);
                default -> text.insert(at, "{}[]\",:0-e\\u".charAt(random.nextInt(12)));
            }
            try {
                Json.read(text.toString());
            } catch (JsonProcessingException refused) {
                assertTrue(refused.getLocation() != null, text::toString);
            }
        }
    }

    @Test
    void a_text_that_is_empty_has_nothing() throws JsonProcessingException {
        assertTrue(Json.read("").isMissingNode());
        assertTrue(Json.read(" \n").isMissingNode());
    }

    @Test
    void what_is_not_one_json_value_is_refused() {
        for (String text : List.of("{", "[1", "\"open", "{\"a\"", "{\"a\":", "{\"a\":1,}", "[1,]", "{a:1}", "{'a':1}", "1 2", "{} {}", "{}x",
                "01", "+1", ".5", "1.", "1e", "NaN", "-Infinity", "undefined", "True", "/* */ 1", "// 1", "\"\u0001\"", "\"\\x\"", "\"\\u12\"",
                "}", "]", ",", ":", "{\"a\":1,\"a\":2}", "{\"b\":{\"a\":1,\"a\":2}}")) {
            assertThrows(JsonProcessingException.class, () -> Json.read(text), text);
        }
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        for (byte[] bytes : List.of(new byte[] {'"', (byte) 0xC3, '"'}, new byte[] {'"', (byte) 0xFF, '"'}, new byte[] {(byte) 0x80})) {
            assertThrows(IOException.class, () -> Json.read(new ByteArrayInputStream(bytes)));
        }
    }

    @Test
    void twenty_levels_are_read_and_no_more() throws JsonProcessingException {
        assertEquals(nested(20), Json.write(Json.read(nested(20))));

        assertThrows(JsonProcessingException.class, () -> Json.read(nested(21)));
        assertThrows(JsonProcessingException.class, () -> Json.read("[".repeat(1_000_000)));
        assertThrows(JsonProcessingException.class, () -> Json.read("{\"a\":".repeat(1_000_000)));
    }

    @Test
    void a_number_without_measure_is_refused() throws JsonProcessingException {
        assertEquals(new BigInteger("9".repeat(999)), Json.read("9".repeat(999)).bigIntegerValue());

        for (String number : List.of("9".repeat(1001), "-" + "9".repeat(1001), "0." + "9".repeat(1001), "1e999", "-1e999", "1e9999999999")) {
            assertThrows(JsonProcessingException.class, () -> Json.read(number), number);
        }
    }

    @Test
    void a_name_of_a_field_without_measure_is_refused() {
        String name = "a".repeat(50_001);

        assertThrows(JsonProcessingException.class, () -> Json.read("{\"" + name + "\":1}"));
    }

    private static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    private static JsonNode tree(Random random, int levels) {
        return switch (random.nextInt(levels == 0 ? 7 : 9)) {
            case 0 -> Json.array().add(random.nextInt()).get(0);
            case 1 -> Json.array().add(random.nextBoolean() ? (long) Integer.MAX_VALUE + 1 : Long.MIN_VALUE).get(0);
            case 2 -> Json.array().add(BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.valueOf(1 + random.nextInt(9)))).get(0);
            case 3 -> Json.array().add(number(random)).get(0);
            case 4 -> Json.array().add(random.nextBoolean()).get(0);
            case 5 -> Json.array().addNull().get(0);
            case 6 -> Json.array().add(text(random)).get(0);
            case 7 -> {
                ArrayNode array = Json.array();
                for (int i = random.nextInt(4); i > 0; i--) array.add(tree(random, levels - 1));
                yield array;
            }
            default -> {
                ObjectNode object = Json.object();
                for (int i = random.nextInt(4); i > 0; i--) object.set(text(random), tree(random, levels - 1));
                yield object;
            }
        };
    }

    /** Any finite one, small and large alike. */
    private static double number(Random random) {
        double number = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(number) ? number : Double.MIN_VALUE;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) text.append(ODD_CHARACTERS.charAt(random.nextInt(ODD_CHARACTERS.length())));
        return random.nextInt(4) == 0 ? text.append("😀").toString() : text.toString();
    }
}
