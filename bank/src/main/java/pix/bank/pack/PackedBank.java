package pix.bank.pack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import pix.bank.Bank;
import pix.bank.Item;
import pix.bank.Kind;
import pix.bank.Need;
import pix.framework.Competence;

/** Loads the bank that was packed into this module when it was built. */
public final class PackedBank {
    private static final String RESOURCE = "/pix/bank/bank.json";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    /** What the first line says of an item: its header, how often it varies, how long its own line is. */
    private record Line(Item.Header item, int variants, int bytes) {}

    private PackedBank() {}

    /**
     * The bank on the class path. Takes some milliseconds; call it once and keep the result.
     *
     * @throws IllegalStateException where the module was built without a bank
     */
    public static Bank load() {
        try (var resource = PackedBank.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) throw new IllegalStateException("no packed bank on the class path: " + RESOURCE);
            return read(resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A packed bank from its bytes. */
    public static Bank read(byte[] packed) {
        try (var json = JSON.createParser(packed)) {
            var headers = new ArrayList<Line>();
            var version = "";
            expect(json.nextToken() == JsonToken.START_OBJECT);
            for (var key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                switch (key) {
                    case "version" -> version = json.nextTextValue();
                    case "items" -> {
                        expect(json.nextToken() == JsonToken.START_ARRAY);
                        while (json.nextToken() == JsonToken.START_OBJECT) headers.add(header(json));
                    }
                    case "wordings" -> {
                        expect(json.nextToken() == JsonToken.START_ARRAY);
                        int first = (int) json.currentLocation().getByteOffset() + 1;
                        return new Bank(version, items(headers, packed, first));
                    }
                    default -> throw new IllegalStateException("not a packed bank: " + key);
                }
            }
            throw new IllegalStateException("not a packed bank: no wordings");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each wording stands on a line of its own, behind it a comma or the closing bracket. */
    private static List<Item> items(List<Line> headers, byte[] packed, int first) {
        var items = new ArrayList<Item>(headers.size());
        int start = first;
        for (var header : headers) {
            var wording = new PackedWording(JSON, packed, start, header.bytes());
            items.add(new Item(header.item(), wording::in, wording.variants(header.variants())));
            start += header.bytes() + 2;
        }
        return items;
    }

    private static Line header(JsonParser json) throws IOException {
        String name = null;
        Competence competence = null;
        Kind kind = null;
        int level = 0;
        var time = OptionalInt.empty();
        boolean partial = false;
        boolean retired = false;
        var needs = EnumSet.noneOf(Need.class);
        Set<String> enemies = Set.of();
        double guessing = 0;
        int variants = 1;
        int bytes = 0;
        for (var key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            switch (key) {
                case "name" -> name = json.nextTextValue();
                case "competence" -> competence = Competence.ofCode(json.nextTextValue()).orElseThrow();
                case "kind" -> kind = Kind.ofTag(json.nextTextValue()).orElseThrow();
                case "level" -> level = json.nextIntValue(0);
                case "seconds" -> time = OptionalInt.of(json.nextIntValue(0));
                case "partial" -> partial = json.nextBooleanValue();
                case "retired" -> retired = json.nextBooleanValue();
                case "unsuitable" -> texts(json).forEach(tag -> needs.add(Need.ofTag(tag).orElseThrow()));
                case "enemies" -> enemies = new HashSet<>(texts(json));
                case "guessing" -> {
                    json.nextToken();
                    guessing = json.getDoubleValue();
                }
                case "variants" -> variants = json.nextIntValue(1);
                case "bytes" -> bytes = json.nextIntValue(0);
                default -> throw new IllegalStateException("not a packed item: " + key);
            }
        }
        return new Line(
                new Item.Header(name, competence, level, kind, time, partial, needs, enemies, retired, guessing),
                variants,
                bytes);
    }

    private static List<String> texts(JsonParser json) throws IOException {
        var texts = new ArrayList<String>();
        expect(json.nextToken() == JsonToken.START_ARRAY);
        for (var text = json.nextTextValue(); text != null; text = json.nextTextValue()) texts.add(text);
        return texts;
    }

    private static void expect(boolean asPacked) {
        if (!asPacked) throw new IllegalStateException("not a packed bank");
    }
}
