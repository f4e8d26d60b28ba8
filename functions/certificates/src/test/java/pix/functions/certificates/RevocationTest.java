package pix.functions.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.certificates.Fixtures.aResult;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pix.certificate.Certificate;
import pix.certificate.PublishedResult;
import pix.certificate.RevokeCertificate;
import pix.certificate.WithdrawResult;
import pix.embedded.Call;
import pix.embedded.Call.Answer;
import pix.embedded.Flaky;
import pix.http.Json;

class RevocationTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_revoked_certificate_says_so_to_everyone_at_once() {
        Certificate certificate = world.issued(aResult().result());
        String compact = certificate.credential().compact();
        assertEquals("valid", verifyCredential(compact).path("status").asText());

        Answer revoked = revoke(certificate, "Fraude constatée");

        assertEquals(200, revoked.status(), revoked.body());
        JsonNode verified = verify(certificate);
        assertEquals("revoked", verified.path("status").asText());
        assertEquals("2027-03-20", verified.path("revokedOn").asText());
        assertFalse(verified.toString().contains("Fraude"), "the reason is for the holder");
        assertEquals("Fraude constatée", shown(certificate).path("reason").asText());
        assertEquals("revoked", verifyCredential(compact).path("reason").asText());
    }

    @Test
    void revoking_again_for_the_same_reason_changes_nothing_and_for_another_is_refused() {
        Certificate certificate = world.issued(aResult().result());
        Answer first = revoke(certificate, "Fraude constatée");
        world.now.updateAndGet(t -> t.plusSeconds(86_400));

        assertEquals(first.json(), revoke(certificate, "Fraude constatée").json());
        assertEquals("already-revoked", revoke(certificate, "Autre raison").json().path("type").asText());
    }

    @Test
    void a_success_taken_back_ends_its_certificate_and_another_one_may_follow() {
        PublishedResult result = aResult().result();
        Certificate first = world.issued(result);
        WithdrawResult withdraw = new WithdrawResult(
                world.published, world.certificates, new RevokeCertificate(world.certificates, world.clock));

        withdraw.withdraw(result.sessionId(), result.learnerId(), "Téléphone utilisé", "operator-1");
        withdraw.withdraw(result.sessionId(), result.learnerId(), "Téléphone utilisé", "operator-1");

        assertEquals("revoked", verify(first).path("status").asText());
        assertEquals("Téléphone utilisé", shown(first).path("reason").asText());
        world.now.updateAndGet(t -> t.plusSeconds(86_400));
        assertEquals("valid", verify(world.issued(result)).path("status").asText());
        assertEquals("revoked", verify(first).path("status").asText());
    }

    @Test
    void only_the_operator_revokes_and_corrects() {
        Certificate certificate = world.issued(aResult().result());
        String id = certificate.code().grouped();

        assertEquals(403, Call.of("revoke-certificate").path("id", id).by("learner-1", "lea").inGroups().to(world.revoke).status());
        assertEquals(403, Call.of("correct-certificate").path("id", id).by("learner-1", "lea").inGroups().to(world.correct).status());
        assertEquals("valid", verify(certificate).path("status").asText());
    }

    @Test
    void twenty_operators_set_twenty_bits_at_once_and_lose_none() throws Exception {
        IntStream.range(0, 20).forEach(i -> world.published.publish(aResult().of("learner-" + i).result()));
        world.sweep();
        List<Certificate> all = IntStream.range(0, 20).mapToObj(i -> world.held("learner-" + i).getFirst()).toList();
        List<Callable<Integer>> revocations =
                all.stream().<Callable<Integer>>map(c -> () -> revoke(c, "Essai").status()).toList();

        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            pool.invokeAll(revocations).forEach(f -> assertEquals(200, f.resultNow()));
        }

        Set<Integer> bits = all.stream().map(c -> c.issue().statusEntry().index()).collect(Collectors.toSet());
        assertEquals(bits, world.statusLists.find(1).orElseThrow().revoked());
    }

    @Test
    void a_corrected_certificate_takes_the_place_of_the_wrong_one_and_each_names_the_other() {
        Certificate wrong = world.issued(aResult().result());

        Answer answer = correct(wrong, "Martín");

        assertEquals(201, answer.status(), answer.body());
        String id = answer.json().path("certificateId").asText();
        assertNotEquals(wrong.code().grouped(), id);
        assertEquals(wrong.code().grouped(), answer.json().path("replaces").asText());
        JsonNode old = verify(wrong);
        assertEquals("revoked", old.path("status").asText());
        assertEquals(id, old.path("replacedBy").asText());
        JsonNode right = Call.of("verify-certificate").path("code", id).to(world.verify).json();
        assertEquals("valid", right.path("status").asText());
        assertEquals("Léa Martín", right.path("holder").asText());
        assertEquals("valid", verifyCredential(right.path("credential").asText()).path("status").asText());
        assertEquals("revoked", verifyCredential(wrong.credential().compact()).path("reason").asText());
        assertEquals(2, world.held("learner-1").size());
    }

    @Test
    void correcting_again_in_the_same_way_gives_the_same_certificate() {
        Certificate wrong = world.issued(aResult().result());
        Answer first = correct(wrong, "Martín");

        assertEquals(first.json(), correct(wrong, "Martín").json());
        assertEquals("already-revoked", correct(wrong, "Martins").json().path("type").asText());
        assertEquals(2, world.held("learner-1").size());
    }

    @Test
    void ten_corrections_at_once_make_one_certificate() throws Exception {
        Certificate wrong = world.issued(aResult().result());
        List<Callable<Answer>> all = IntStream.range(0, 10).<Callable<Answer>>mapToObj(i -> () -> correct(wrong, "Martín")).toList();

        Set<String> ids;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            ids = pool.invokeAll(all).stream().map(f -> f.resultNow()).filter(a -> a.status() == 201)
                    .map(a -> a.json().path("certificateId").asText()).collect(Collectors.toSet());
        }

        assertEquals(1, ids.size());
        assertEquals(2, world.held("learner-1").size());
    }

    @ParameterizedTest
    @CsvSource({"0, false", "0, true", "1, false", "1, true", "2, false", "2, true", "3, false", "3, true"})
    void a_correction_that_dies_anywhere_is_done_once_when_it_is_repeated(int calls, boolean lastGetsThrough) {
        Certificate wrong = world.issued(aResult().result());
        Call asked = Call.of("correct-certificate").path("id", wrong.code().grouped()).with("familyName", TextNode.valueOf("Martín"));

        asked.to(world.correct(new Flaky(world.store.client(), calls, lastGetsThrough)));
        long inForce = inForce();
        Answer repeated = asked.to(world.correct);

        assertEquals(1, inForce, "never two, never none");
        assertEquals(201, repeated.status(), repeated.body());
        assertEquals(1, inForce());
        assertEquals(2, world.held("learner-1").size());
        assertEquals(repeated.json().path("certificateId").asText(), verify(wrong).path("replacedBy").asText());
    }

    @Test
    void a_corrected_certificate_goes_on_hiding_what_its_holder_hid() {
        Certificate wrong = world.issued(aResult().result());
        world.certificates.showDetail(wrong.code(), "learner-1", false);

        assertEquals("false", correct(wrong, "Martín").json().path("showDetail").asText());
    }

    @Test
    void the_documents_of_a_correction_say_what_became_of_each_and_name_the_other() throws IOException {
        Certificate wrong = world.issued(aResult().result());
        String old = wrong.code().grouped();
        String id = correct(wrong, "Martín").json().path("certificateId").asText();

        assertTrue(document(old).contains("Révoqué le 20 mars 2027 · remplacé par " + id), document(old));
        assertTrue(document(id).contains("remplace le certificat " + old), document(id));
        assertTrue(document(id).contains("Léa Martín"), document(id));
    }

    @Test
    void there_is_nothing_to_correct_where_it_says_so_already() {
        Certificate certificate = world.issued(aResult().result());

        assertEquals("nothing-to-correct", correct(certificate, "Martin").json().path("type").asText());
        assertEquals(422, Call.of("correct-certificate").path("id", certificate.code().grouped())
                .with("pix", TextNode.valueOf("1024")).to(world.correct).status(), "a score is not corrected here");
    }

    private long inForce() {
        return world.held("learner-1").stream().filter(c -> c.revocation().isEmpty()).count();
    }

    private String document(String id) throws IOException {
        byte[] pdf = Call.of("show-certificate").path("id", id + ".pdf").by("learner-1", "lea").to(world.show).bytes();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private Answer revoke(Certificate certificate, String reason) {
        return Call.of("revoke-certificate").path("id", certificate.code().grouped())
                .body(Json.object().put("reason", reason)).to(world.revoke);
    }

    private Answer correct(Certificate certificate, String familyName) {
        return Call.of("correct-certificate").path("id", certificate.code().grouped())
                .with("familyName", TextNode.valueOf(familyName)).to(world.correct);
    }

    private JsonNode verify(Certificate certificate) {
        return Call.of("verify-certificate").path("code", certificate.code().grouped()).to(world.verify).json();
    }

    private JsonNode shown(Certificate certificate) {
        return Call.of("show-certificate").path("id", certificate.code().grouped()).by("learner-1", "lea").to(world.show).json();
    }

    private JsonNode verifyCredential(String compact) {
        return Call.of("verify-credential").with("credential", TextNode.valueOf(compact)).to(world.verifyCredential).json();
    }
}
