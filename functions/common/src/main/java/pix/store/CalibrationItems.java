package pix.store;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pix.calibration.Calibrations.Progress;
import pix.calibration.ItemCounts;
import pix.calibration.Version;
import pix.calibration.Version.Learnt;

/** Progress, counts and versions to items of the table and back. Items of the bank stand in the order of their keys. */
final class CalibrationItems {
    private static final int LEARNT_BYTES = 4 * Integer.BYTES;

    private CalibrationItems() {}

    static Attributes progress(Attributes item, Progress progress) {
        return item.put("countedBefore", progress.countedBefore())
                .put("countsOf", progress.countsOf())
                .put("versions", progress.versions())
                .put("tests", progress.tests());
    }

    static Progress progress(Attributes item) {
        return new Progress(item.time("countedBefore"), item.time("countsOf"), (int) item.number("versions"),
                item.number("tests"));
    }

    static Attributes counts(Attributes item, Map<Integer, ItemCounts> counts) {
        ByteBuffer bytes = ByteBuffer.allocate(counts.size() * (Integer.BYTES + ItemCounts.BYTES));
        new TreeMap<>(counts).forEach((key, of) -> bytes.putInt(key).put(of.toBytes()));
        return item.put("items", bytes.array());
    }

    static Map<Integer, ItemCounts> counts(Attributes item) {
        ByteBuffer bytes = ByteBuffer.wrap(item.optionalBytes("items").orElseThrow());
        Map<Integer, ItemCounts> counts = new HashMap<>();
        while (bytes.hasRemaining()) {
            int key = bytes.getInt();
            byte[] of = new byte[ItemCounts.BYTES];
            bytes.get(of);
            counts.put(key, ItemCounts.ofBytes(of));
        }
        return counts;
    }

    static Attributes version(Attributes item, Version version) {
        ByteBuffer bytes = ByteBuffer.allocate(version.items().size() * LEARNT_BYTES);
        ByteBuffer eligible = ByteBuffer.allocate(version.items().size() * Float.BYTES);
        new TreeMap<>(version.items()).forEach((key, learnt) -> {
            bytes.putInt(key).putFloat(learnt.a()).putFloat(learnt.b()).putInt(learnt.answers());
            eligible.putFloat(learnt.eligible());
        });
        return item.put("version", version.number())
                .put("madeAt", version.madeAt())
                .put("bankVersion", version.bankVersion())
                .put("countedBefore", version.countedBefore())
                .put("tests", version.tests())
                .put("authorsMiss", version.authorsMiss())
                .put("miss", version.miss())
                .put("items", bytes.array())
                .put("eligible", eligible.array());
    }

    static Version version(Attributes item) {
        ByteBuffer bytes = ByteBuffer.wrap(item.optionalBytes("items").orElseThrow());
        Optional<ByteBuffer> eligible = item.optionalBytes("eligible").map(ByteBuffer::wrap);
        Map<Integer, Learnt> items = new HashMap<>();
        while (bytes.hasRemaining()) {
            items.put(bytes.getInt(), new Learnt(bytes.getFloat(), bytes.getFloat(), bytes.getInt(),
                    eligible.map(ByteBuffer::getFloat).orElse(1f)));
        }
        return new Version((int) item.number("version"), item.time("madeAt"), item.text("bankVersion"),
                item.time("countedBefore"), item.number("tests"), item.decimal("authorsMiss"), item.decimal("miss"), items);
    }
}
