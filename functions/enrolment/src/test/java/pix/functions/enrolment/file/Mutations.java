package pix.functions.enrolment.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Good files spoilt at random: the same seed spoils the same way. */
public final class Mutations {
    private static final byte[] TELLING = "\";,\t\r\n<>&]!\0=?\u007fPK".getBytes(StandardCharsets.ISO_8859_1);

    private final SplittableRandom random;
    private final List<byte[]> plain = List.of(Gathered.bytes("simple.csv"), Gathered.bytes("onde.csv"), Gathered.bytes("school.csv"),
            Gathered.bytes("higher-education.csv"), Gathered.bytes("siecle.xml"));

    public Mutations(long seed) {
        random = new SplittableRandom(seed);
    }

    public byte[] next() {
        return switch (random.nextInt(8)) {
            case 0 -> spoilt(Zips.siecle());
            case 1 -> Zips.of("a", spoilt(plain.get(random.nextInt(plain.size()))));
            case 2 -> spoilt(Zips.of(Zips.oneRosterFiles()));
            case 3 -> oneRosterWithin();
            default -> spoilt(plain.get(random.nextInt(plain.size())));
        };
    }

    private byte[] oneRosterWithin() {
        Map<String, byte[]> files = new LinkedHashMap<>(Zips.oneRosterFiles());
        List<String> names = new ArrayList<>(files.keySet());
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(10) == 0) files.remove(name);
        else files.put(name, spoilt(files.get(name)));
        return Zips.of(files);
    }

    private byte[] spoilt(byte[] good) {
        byte[] bytes = good.clone();
        for (int i = random.nextInt(4); i >= 0; i--) bytes = once(bytes);
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        if (bytes.length == 0) return bytes;
        int at = random.nextInt(bytes.length);
        int length = Math.min(1 + random.nextInt(1 + random.nextInt(200)), bytes.length - at);
        return switch (random.nextInt(9)) {
            case 0 -> with(bytes, at, (byte) random.nextInt(256));
            case 1 -> with(bytes, at, (byte) (bytes[at] ^ 1 << random.nextInt(8)));
            case 2 -> with(bytes, at, TELLING[random.nextInt(TELLING.length)]);
            case 3 -> Arrays.copyOf(bytes, at);
            case 4 -> joined(slice(bytes, 0, at), slice(bytes, at + length, bytes.length));
            case 5 -> repeated(bytes, at, length);
            case 6 -> joined(slice(bytes, 0, at), new byte[] {TELLING[random.nextInt(TELLING.length)]}, slice(bytes, at, bytes.length));
            case 7 -> shuffled(bytes, new String[] {"\n", ";", ",", "<"}[random.nextInt(4)]);
            default -> noise(bytes, at, length);
        };
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        byte[] changed = bytes.clone();
        changed[at] = value;
        return changed;
    }

    private byte[] noise(byte[] bytes, int at, int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return joined(slice(bytes, 0, at), noise, slice(bytes, at + length, bytes.length));
    }

    private byte[] repeated(byte[] bytes, int at, int length) {
        byte[] piece = slice(bytes, at, at + length);
        byte[] result = slice(bytes, 0, at);
        for (int i = random.nextInt(20); i >= 0; i--) result = joined(result, piece);
        return joined(result, slice(bytes, at, bytes.length));
    }

    private byte[] shuffled(byte[] bytes, String separator) {
        List<String> pieces = new ArrayList<>(List.of(new String(bytes, StandardCharsets.ISO_8859_1).split(separator, -1)));
        for (int i = 0; i < 3; i++) Collections.swap(pieces, random.nextInt(pieces.size()), random.nextInt(pieces.size()));
        return String.join(separator, pieces).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, Math.min(from, to), to);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }
}
