package pix.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerSignatureTest {

    @Test
    void every_signature_verifies_in_the_other_form() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = keys.generateKeyPair();
        for (int i = 0; i < 300; i++) {
            byte[] content = {(byte) i, (byte) (i >> 8)};
            Signature signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(pair.getPrivate());
            signer.update(content);

            byte[] jose = DerSignature.toJose(signer.sign());

            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(pair.getPublic());
            verifier.update(content);
            assertEquals(64, jose.length);
            assertTrue(verifier.verify(jose));
        }
    }

    @Test
    void short_numbers_are_padded_and_signs_dropped() {
        byte[] jose = DerSignature.toJose(HexFormat.of().parseHex("3008020101020300ff01"));

        assertEquals("00".repeat(31) + "01" + "00".repeat(30) + "ff01", HexFormat.of().formatHex(jose));
    }

    /** Lengths a number takes in DER: short, with its leading zeros gone; long, with one to keep it positive. */
    @ParameterizedTest
    @CsvSource({"1, 32", "31, 33", "33, 31", "32, 32", "33, 33", "1, 1", "30, 33"})
    void numbers_of_every_length_take_32_bytes_each(int lengthOfR, int lengthOfS) {
        BigInteger r = number(lengthOfR);
        BigInteger s = number(lengthOfS);
        byte[] der = ByteBuffer.allocate(6 + lengthOfR + lengthOfS)
                .put((byte) 0x30).put((byte) (4 + lengthOfR + lengthOfS))
                .put((byte) 0x02).put((byte) lengthOfR).put(r.toByteArray())
                .put((byte) 0x02).put((byte) lengthOfS).put(s.toByteArray()).array();

        byte[] jose = DerSignature.toJose(der);

        assertEquals(64, jose.length);
        assertEquals(r, new BigInteger(1, jose, 0, 32));
        assertEquals(s, new BigInteger(1, jose, 32, 32));
    }

    /** The highest positive number that DER writes in so many bytes; at 33 the first is the sign alone. */
    private static BigInteger number(int length) {
        return BigInteger.TWO.pow(length == 33 ? 256 : 8 * length - 1).subtract(BigInteger.ONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "3006020101", "3106020101020101", "300602010102010100", "3006020101030101", "3006020181020101"})
    void refuses_what_is_no_signature(String hex) {
        assertThrows(IllegalArgumentException.class, () -> DerSignature.toJose(HexFormat.of().parseHex(hex)));
    }
}
