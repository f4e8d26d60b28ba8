package pix.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "3006020101", "3106020101020101", "300602010102010100", "3006020101030101", "3006020181020101"})
    void refuses_what_is_no_signature(String hex) {
        assertThrows(IllegalArgumentException.class, () -> DerSignature.toJose(HexFormat.of().parseHex(hex)));
    }
}
