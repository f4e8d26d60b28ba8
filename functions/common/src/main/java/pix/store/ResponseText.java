package pix.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import pix.bank.Response;
import pix.http.Json;
import pix.http.ResponseJson;

/** A response as one attribute: the JSON of the contract. */
final class ResponseText {
    private ResponseText() {}

    static String write(Response response) {
        return Json.write(ResponseJson.write(response));
    }

    static Response read(String text) {
        try {
            JsonNode json = Json.read(text);
            return ResponseJson.read((ObjectNode) json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
