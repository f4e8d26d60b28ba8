package pix.signing;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** An ECDSA signature as ASN.1 DER writes it (RFC 3279 §2.2.3), which is what KMS answers. */
final class DerSignature {
    private static final int COORDINATE = 32;
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    private DerSignature() {}

    /**
     * The same as JOSE writes it (RFC 7518 §3.4): r and s, 32 bytes each.
     *
     * @throws IllegalArgumentException where it is not a signature on a curve of 256 bits
     */
    static byte[] toJose(byte[] der) {
        try {
            ByteBuffer in = ByteBuffer.wrap(der);
            expect(in, SEQUENCE);
            if (in.get() != in.remaining()) throw new IllegalArgumentException("not one DER sequence");
            byte[] jose = new byte[2 * COORDINATE];
            integer(in, jose, 0);
            integer(in, jose, COORDINATE);
            if (in.hasRemaining()) throw new IllegalArgumentException("more than two numbers");
            return jose;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a DER signature was cut off", e);
        }
    }

    private static void integer(ByteBuffer in, byte[] out, int at) {
        expect(in, INTEGER);
        int length = in.get();
        if (length < 1 || length > COORDINATE + 1) throw new IllegalArgumentException("not a number of 256 bits");
        byte[] bytes = new byte[length];
        in.get(bytes);
        BigInteger value = new BigInteger(bytes);
        if (value.signum() < 0 || value.bitLength() > COORDINATE * Byte.SIZE) {
            throw new IllegalArgumentException("not a number of 256 bits");
        }
        for (int i = 0; i < COORDINATE; i++) {
            out[at + i] = value.shiftRight((COORDINATE - 1 - i) * Byte.SIZE).byteValue();
        }
    }

    private static void expect(ByteBuffer in, int tag) {
        if (in.get() != tag) throw new IllegalArgumentException("not a DER signature");
    }
}
