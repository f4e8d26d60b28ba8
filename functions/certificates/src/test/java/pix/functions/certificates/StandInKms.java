package pix.functions.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import pix.http.Json;

/** What the signer needs of KMS, over its own protocol: keys on P-256, and DER signatures of digests made by the caller. */
final class StandInKms implements AutoCloseable {
    private static final int DIGEST_BYTES = 32;

    private final Map<String, KeyPair> keys = new ConcurrentHashMap<>();
    private final HttpServer server;

    StandInKms() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode asked = Json.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] reply;
        try {
            reply = answer(exchange.getRequestHeaders().getFirst("X-Amz-Target"), asked).toString().getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        exchange.getResponseHeaders().set("content-type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(200, reply.length);
        try (var body = exchange.getResponseBody()) {
            body.write(reply);
        }
    }

    private ObjectNode answer(String target, JsonNode asked) throws IOException, GeneralSecurityException {
        return switch (target) {
            case "TrentService.CreateKey" -> Json.object().set("KeyMetadata", Json.object().put("KeyId", newKey()));
            case "TrentService.GetPublicKey" ->
                Json.object().put("PublicKey", base64(key(asked).getPublic().getEncoded()));
            case "TrentService.Sign" -> Json.object().put("Signature", base64(signature(asked)));
            default -> throw new IOException("not asked for by a signer: " + target);
        };
    }

    private String newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        String id = UUID.randomUUID().toString();
        keys.put(id, generator.generateKeyPair());
        return id;
    }

    private KeyPair key(JsonNode asked) {
        return keys.get(asked.path("KeyId").asText());
    }

    private byte[] signature(JsonNode asked) throws IOException, GeneralSecurityException {
        byte[] digest = asked.path("Message").binaryValue();
        boolean proper = asked.path("MessageType").asText().equals("DIGEST") && digest.length == DIGEST_BYTES
                && asked.path("SigningAlgorithm").asText().equals("ECDSA_SHA_256");
        if (!proper) throw new IOException("KMS would refuse this");
        Signature signature = Signature.getInstance("NONEwithECDSA");
        signature.initSign(key(asked).getPrivate());
        signature.update(digest);
        return signature.sign();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
