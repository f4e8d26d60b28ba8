package pix.bank.build;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import pix.bank.Item;
import pix.bank.pack.PackedBank;

/** Writes the first part of a pack, in binary: what {@link PackedBank} reads when a process starts. */
final class IndexWriter {
    private IndexWriter() {}

    /** Of each item its header, how often it varies and how long its wording is. */
    static byte[] items(List<Compiled> items, List<byte[]> wordings) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(items.size());
            for (int i = 0; i < items.size(); i++) {
                header(out, items.get(i).header());
                out.writeInt(items.get(i).variants().count());
                out.writeInt(wordings.get(i).length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void header(DataOutputStream out, Item.Header header) throws IOException {
        out.writeUTF(header.name());
        out.writeByte(header.competence().ordinal());
        out.writeByte(header.level());
        out.writeByte(header.kind().ordinal());
        out.writeInt(header.timeLimitSeconds().orElse(0));
        out.writeByte((header.partial() ? PackedBank.PARTIAL : 0) | (header.retired() ? PackedBank.RETIRED : 0));
        out.writeByte(header.unsuitable().stream().mapToInt(need -> 1 << need.ordinal()).sum());
        out.writeDouble(header.guessing());
        if (header.enemies().size() > Byte.MAX_VALUE) throw new IllegalStateException(header.name() + " has too many enemies");
        out.writeByte(header.enemies().size());
        for (var enemy : header.enemies().stream().sorted().toList()) out.writeUTF(enemy);
    }

    /** The whole pack. */
    static byte[] pack(String version, byte[] items, List<byte[]> wordings) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            var index = new ByteArrayOutputStream();
            var head = new DataOutputStream(index);
            head.writeUTF(version);
            head.write(items);
            out.writeInt(index.size());
            index.writeTo(out);
            for (var wording : wordings) out.write(wording);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
