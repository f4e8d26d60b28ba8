package pix.bank.pack;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import pix.bank.Bank;
import pix.bank.Item;
import pix.bank.Kind;
import pix.bank.Need;
import pix.framework.Competence;

/**
 * Loads the bank that was packed into this module when it was built.
 *
 * <p>A pack begins with all that choosing a question takes, in binary: its version, the number of items, and of each item
 * what {@link #item} reads. Behind it stand the wordings, one after the other in the same order, each a JSON object; they
 * and the JSON parser are loaded when a wording is first asked for, which a process that starts need not wait for.
 */
public final class PackedBank {
    /** Flags of an item. */
    public static final int PARTIAL = 1;
    public static final int RETIRED = 2;

    private static final String RESOURCE = "/pix/bank/bank.pack";
    private static final Competence[] COMPETENCES = Competence.values();
    private static final Kind[] KINDS = Kind.values();

    private PackedBank() {}

    /**
     * The bank on the class path. Takes some milliseconds; call it once and keep the result.
     *
     * @throws IllegalStateException where the module was built without a bank
     */
    public static Bank load() {
        return read(PackedBank::resource);
    }

    /** A packed bank from its bytes. */
    public static Bank read(byte[] packed) {
        return read(() -> new ByteArrayInputStream(packed));
    }

    private static InputStream resource() {
        InputStream resource = PackedBank.class.getResourceAsStream(RESOURCE);
        if (resource == null) throw new IllegalStateException("no packed bank on the class path: " + RESOURCE);
        return resource;
    }

    private static Bank read(Wordings.Source source) {
        try (var in = new DataInputStream(new BufferedInputStream(source.open()))) {
            int headers = in.readInt();
            var wordings = new Wordings(source, Integer.BYTES + headers);
            var version = in.readUTF();
            var items = new ArrayList<Item>();
            int start = 0;
            for (int left = in.readInt(); left > 0; left--) {
                var header = header(in);
                int variants = in.readInt();
                int length = in.readInt();
                var wording = new PackedWording(wordings, start, length);
                items.add(new Item(header, wording::in, wording.variants(variants)));
                start += length;
            }
            return new Bank(version, items);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Item.Header header(DataInputStream in) throws IOException {
        var name = in.readUTF();
        var competence = COMPETENCES[in.readByte()];
        int level = in.readByte();
        var kind = KINDS[in.readByte()];
        int seconds = in.readInt();
        int flags = in.readByte();
        int needs = in.readByte();
        var guessing = in.readDouble();
        var enemies = new HashSet<String>();
        for (int left = in.readByte(); left > 0; left--) enemies.add(in.readUTF());
        return new Item.Header(name, competence, level, kind, seconds == 0 ? OptionalInt.empty() : OptionalInt.of(seconds),
                (flags & PARTIAL) != 0, needs(needs), enemies, (flags & RETIRED) != 0, guessing);
    }

    private static Set<Need> needs(int bits) {
        var needs = EnumSet.noneOf(Need.class);
        for (var need : Need.values()) if ((bits >> need.ordinal() & 1) != 0) needs.add(need);
        return needs;
    }
}
