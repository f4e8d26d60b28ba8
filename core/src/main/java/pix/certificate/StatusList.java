package pix.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * One list of a Bitstring Status List (W3C Recommendation, 1.0): a bit a certificate, set where it is revoked.
 *
 * @param number from 1
 * @param revoked the indexes whose bit is set
 * @param changedAt when a bit was last set
 */
public record StatusList(int number, Set<Integer> revoked, Instant changedAt) {
    /** Bits in a list: the least the standard allows, so that a list says little about whom it is asked for. */
    public static final int SIZE = 131_072;

    public StatusList {
        revoked = Set.copyOf(revoked);
    }

    /** The standard's {@code encodedList}: {@code u}, then base64url of the gzip of the bits, the first the highest. */
    public String encoded() {
        byte[] bits = new byte[SIZE / Byte.SIZE];
        revoked.forEach(index -> bits[index / Byte.SIZE] |= (byte) (0x80 >>> index % Byte.SIZE));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }

    /**
     * The order in which the indexes of a list are given out: a shuffle (Fisher and Yates) whose draws are SHA-256 of
     * the list's secret seed and a counter. Entries can be counted out one after another and still say nothing about
     * who was certified before whom.
     */
    public static int[] order(byte[] seed) {
        int[] order = new int[SIZE];
        for (int i = 0; i < SIZE; i++) order[i] = i;
        Draws draws = new Draws(seed);
        for (int i = SIZE - 1; i > 0; i--) {
            // A draw of 63 bits: what it favours some places by is less than 2⁻⁴⁶.
            int j = (int) ((draws.next() >>> 1) % (i + 1));
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    private static final class Draws {
        private final MessageDigest sha256;
        private final byte[] seed;
        private ByteBuffer block = ByteBuffer.allocate(0);
        private long counter;

        Draws(byte[] seed) {
            this.seed = seed;
            try {
                this.sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        long next() {
            if (!block.hasRemaining()) {
                sha256.update(seed);
                block = ByteBuffer.wrap(sha256.digest(ByteBuffer.allocate(Long.BYTES).putLong(counter++).array()));
            }
            return block.getLong();
        }
    }
}
