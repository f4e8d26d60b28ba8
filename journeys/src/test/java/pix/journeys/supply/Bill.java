package pix.journeys.supply;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pix.http.Json;

/**
 * The bill of materials of one package, as the build leaves it beside the zip ({@code target/bom.json}).
 *
 * @param zipHash SHA-256 of the zip it is the bill of
 */
record Bill(String zipHash, List<Component> components) {

    /** @param licences SPDX identifiers; what has none is written as it calls itself */
    record Component(String group, String name, String version, String hash, List<String> licences) {

        String coordinates() {
            return group + ":" + name;
        }

        String jar() {
            return name + "-" + version + ".jar";
        }

        @Override
        public String toString() {
            return coordinates() + ":" + version;
        }
    }

    static Bill read(Path file) throws IOException {
        JsonNode json = Json.read(Files.readString(file));
        List<Component> components = new ArrayList<>();
        for (JsonNode component : json.path("components")) components.add(component(component));
        return new Bill(hash(json.path("metadata").path("component")), components);
    }

    private static Component component(JsonNode json) {
        List<String> licences = new ArrayList<>();
        for (JsonNode licence : json.path("licenses")) {
            JsonNode says = licence.path("license");
            licences.add(says.path("id").asText(says.path("name").asText()));
        }
        return new Component(json.path("group").asText(), json.path("name").asText(), json.path("version").asText(), hash(json), licences);
    }

    private static String hash(JsonNode json) {
        return json.path("hashes").path(0).path("content").asText();
    }
}
