package pix.functions.enrolment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import pix.embedded.Call;
import pix.embedded.Call.Answer;
import pix.embedded.EmbeddedStore;
import pix.embedded.FolderObjects;
import pix.enrolment.RosterKeys;
import pix.enrolment.Student;
import pix.http.Json;
import pix.organisation.Membership;
import pix.organisation.Organisation;
import pix.organisation.OrganisationType;
import pix.organisation.Role;
import pix.organisation.Uai;
import pix.signing.SecretRosterKeys;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A school with its staff, a store, a folder of files, and a clock. */
final class School implements AutoCloseable {
    static final String ID = "organisation-1";
    static final String HEAD = "head-1";
    static final String TEACHER = "teacher-1";
    static final String INVIGILATOR = "invigilator-1";
    static final String STRANGER = "stranger-1";
    static final String COLUMNS = "ine;familyName;givenName;birthDate;class;email\n";

    final EmbeddedStore store = EmbeddedStore.inMemory();
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
    final RosterKeys keys = new SecretRosterKeys(new byte[32]);
    final Path folder = folder();
    final FolderObjects objects = new FolderObjects(folder, () -> "http://localhost", now::get, new byte[32]);
    final Wiring wiring = wiring(store.client());

    School() {
        wiring.organisations().add(new Organisation(ID, OrganisationType.COLLEGE, Optional.of(new Uai("0750655E")),
                "Collège Ada Lovelace", "Paris", "75", now.get()));
        wiring.organisations().appoint(new Membership(ID, HEAD, Role.HEAD), "operator-1", now.get());
        wiring.organisations().appoint(new Membership(ID, TEACHER, Role.TEACHER), "operator-1", now.get());
        wiring.organisations().appoint(new Membership(ID, INVIGILATOR, Role.INVIGILATOR), "operator-1", now.get());
    }

    Wiring wiring(DynamoDbClient client) {
        return new Wiring(client, name -> name, now::get, () -> objects, () -> keys, "https://pix.example.org");
    }

    void pass(Duration time) {
        now.updateAndGet(t -> t.plus(time));
    }

    /** Asks for an address and puts a file there. @return the id of the upload */
    String put(String csv, String mode) {
        return put(csv.getBytes(StandardCharsets.UTF_8), mode);
    }

    private String put(byte[] content, String mode) {
        pass(Duration.ofMillis(1));
        Answer created = call("create-upload", HEAD).with("bytes", IntNode.valueOf(content.length)).with("mode", TextNode.valueOf(mode))
                .to(new CreateUploadHandler(wiring));
        if (created.status() != 201) throw new AssertionError(created.body());
        String uploadId = created.json().path("uploadId").asText();
        try {
            if (!objects.put(new UploadKeys(ID, uploadId).file(), new ByteArrayInputStream(content), content.length)) throw new AssertionError();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return uploadId;
    }

    Answer event(String uploadId, Wiring line) {
        return Call.of("enrol-students").s3Key("uploads/" + ID + "/" + uploadId).to(new EnrolStudentsHandler(line));
    }

    /** @return the upload, as a head sees it when all is done */
    JsonNode bring(String csv) {
        return bring(csv, "import");
    }

    JsonNode bring(byte[] file) {
        String uploadId = put(file, "import");
        event(uploadId, wiring);
        return show(uploadId);
    }

    JsonNode bring(String csv, String mode) {
        String uploadId = put(csv, mode);
        event(uploadId, wiring);
        return show(uploadId);
    }

    JsonNode show(String uploadId) {
        return call("show-upload", TEACHER).path("uploadId", uploadId).to(new ShowUploadHandler(wiring)).json();
    }

    Call call(String event, String who) {
        return Call.of(event).path("id", ID).by(who, "user." + who);
    }

    List<Student> roster() {
        List<Student> all = new ArrayList<>();
        wiring.students().each(ID, all::add);
        return all.stream().sorted(Comparator.comparing(Student::studentId)).toList();
    }

    /** What a roster says, without what differs from run to run. */
    List<String> told() {
        return roster().stream()
                .map(s -> String.join("|", s.studentId(), s.familyName(), s.givenNames(), s.birthDate().toString(), s.className().orElse(""),
                        s.sealedIne().flatMap(keys::open).orElse(""), s.email().orElse(""), String.valueOf(s.active())))
                .toList();
    }

    Student named(String familyName) {
        return roster().stream().filter(s -> s.familyName().equals(familyName)).findFirst().orElseThrow();
    }

    static String counts(JsonNode upload) {
        return Stream.of("created", "updated", "unchanged", "refused", "missing").map(n -> upload.path(n).asText()).reduce((a, b) -> a + " " + b).orElseThrow();
    }

    static String row(int i, String className) {
        return "%09dAA;Élève-%s;Zoé;%02d/03/2012;%s;\n".formatted(i, letters(i), 1 + i % 28, className);
    }

    static String rows(int from, int to, String className) {
        StringBuilder csv = new StringBuilder();
        for (int i = from; i < to; i++) csv.append(row(i, className));
        return csv.toString();
    }

    private static String letters(int i) {
        return Integer.toString(i).chars().mapToObj(c -> String.valueOf((char) ('a' + c - '0'))).reduce("", String::concat);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("pix-school");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode text(String value) {
        return Json.object().textNode(value);
    }

    @Override
    public void close() {
        store.close();
    }
}
