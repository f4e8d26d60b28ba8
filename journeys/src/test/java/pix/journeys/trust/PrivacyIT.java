package pix.journeys.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import pix.embedded.LogScan;
import pix.http.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Everything the store holds about a person, table by table: it is in their export, and it goes when they go. */
@InThisProcess
class PrivacyIT {
    private static final String GIVEN = "Quetzalie";
    private static final String FAMILY = "Wyvernesse";
    private static final String BORN = "1987-06-05";
    private static final String PASSWORD = "neuf-violons-bleus";

    /** What is stored under somebody's id, and the member of the export that tells of it. */
    private static final Map<String, String> EXPORTED = Map.of(
            "Learners account", "account",
            "Learners profile", "profile",
            "Assessments", "assessments",
            "Sessions agenda", "bookings",
            "Sessions candidate", "bookings",
            "Certificates certificate", "certificates",
            "Learners link", "schools",
            "Learners request", "placeRequests",
            "Organisations request", "placeRequests");
    /** What needs no telling: how it is found again, and what stands in the export another way. */
    private static final Map<String, String> NOT_EXPORTED = Map.of(
            "LocalAccounts", "the means of signing in: a hash, a token, a lock",
            "Learners username", "where a user name leads: it is in the account",
            "Sessions tries", "how often an access code was typed in the last minutes: it forgets itself",
            "Sessions event", "who did what in a session, by ids: what came of it is in the bookings",
            "Certificates code", "where a certificate's code leads: it is in the certificate");
    /** What a certificate must keep to be one: whose it is. */
    private static final Set<String> KEPT = Set.of("Certificates certificate");

    private final World world = new World();

    @Test
    void everything_stored_is_exported_and_nothing_of_the_person_stays() {
        String username = "privacy." + System.nanoTime();
        ObjectNode account = Json.object().put("username", username).put("password", PASSWORD).put("givenName", GIVEN)
                .put("familyName", FAMILY).put("birthDate", BORN).put("situation", "other").put("locale", "fr");
        World.Person person = new World.Person(World.expect(201, Here.post("/accounts", "", account)).path("learnerId").asText(), username);
        World.expect(200, Here.post("/tokens", "", account.deepCopy().retain("username", "password")));
        World.certify(person);
        World.Exam exam = world.exam(person);
        String certificate = world.certificate(person);
        World.expect(202, Here.post("/me/place-requests", Minted.person(person), Json.object().put("uai", world.school.uai)));

        Set<String> kinds = kinds(person.id());
        JsonNode export = Here.get("/me/export", Minted.person(person)).json();
        Set<String> members = new TreeSet<>();
        export.fieldNames().forEachRemaining(members::add);
        assertEquals(new TreeSet<>(EXPORTED.values()), members, "a member of the export belongs in the table above");
        Set<String> unknown = new TreeSet<>(kinds);
        unknown.removeAll(NOT_EXPORTED.keySet());
        unknown.removeIf(kind -> EXPORTED.containsKey(kind) && !export.path(EXPORTED.get(kind)).isEmpty());
        assertEquals(Set.of(), unknown, "stored about a person, but not in the export");
        assertFalse(exam.session().isEmpty() || certificate.isEmpty());

        Http.Answer gone = Here.send("DELETE", "/me", Minted.person(person), Json.write(Json.object().put("password", PASSWORD)), Map.of());
        assertEquals(204, gone.status(), gone.text());
        Set<String> left = new TreeSet<>();
        for (String identity : List.of(GIVEN, FAMILY, BORN, username)) left.addAll(kinds(identity));
        left.removeAll(KEPT);
        assertEquals(Set.of(), left, "the person is still there");

        assertEquals(List.of(), LogScan.in(Here.PLATFORM.log(), List.of(GIVEN, FAMILY, username, PASSWORD)), "the log holds");
    }

    /** The kinds of items in which a text stands, each as its table and the kind of its facet. */
    private static Set<String> kinds(String text) {
        Set<String> kinds = new TreeSet<>();
        Here.PLATFORM.laptop().everything().forEach((table, items) -> items.stream()
                .filter(item -> item.toString().contains(text))
                .forEach(item -> kinds.add(kind(table, item))));
        return kinds;
    }

    private static String kind(String table, Map<String, AttributeValue> item) {
        if (table.equals("LocalAccounts")) return table;
        String partition = item.values().stream().map(AttributeValue::s).filter(s -> s != null && s.startsWith("username#")).findFirst().orElse("");
        if (!partition.isEmpty()) return table + " username";
        String facet = item.containsKey("facet") && item.get("facet").s() != null ? item.get("facet").s().replaceFirst("[#@].*", "") : "";
        return (table + " " + facet).strip();
    }
}
