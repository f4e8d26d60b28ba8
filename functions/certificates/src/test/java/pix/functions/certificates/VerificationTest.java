package pix.functions.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.certificates.Fixtures.NOW;
import static pix.functions.certificates.Fixtures.aResult;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pix.certificate.Authority;
import pix.certificate.Certificate;
import pix.certificate.IssueCertificates;
import pix.embedded.Call;
import pix.embedded.Call.Answer;

class VerificationTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void says_who_reached_what_when_and_by_whom_to_anyone_with_the_code() {
        Certificate certificate = world.issued(aResult().result());

        Answer answer = verify(certificate.code().grouped());

        assertEquals(200, answer.status());
        JsonNode json = answer.json();
        assertEquals("valid", json.path("status").asText());
        assertEquals("Léa Martin", json.path("holder").asText());
        assertEquals(2012, json.path("birthYear").asInt());
        assertEquals("2027-03-20", json.path("issuedOn").asText());
        assertEquals("Académie de démonstration", json.path("issuer").asText());
        assertEquals(528, json.path("pix").asInt());
        assertEquals(5, json.path("level").asInt());
        assertEquals(16, json.path("competences").size());
        assertEquals(certificate.credential().compact(), json.path("credential").asText());
        assertEquals("noindex", answer.headers().path("x-robots-tag").asText());
        assertFalse(answer.body().contains("03-14"), "the birthday is nobody's business");
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "spaces", "look-alikes"})
    void reads_codes_as_people_type_them(String how) {
        Certificate certificate = world.issued(aResult().result());
        String typed = switch (how) {
            case "small" -> certificate.code().text().toLowerCase(Locale.ROOT);
            case "spaces" -> " " + certificate.code().grouped().replace('-', ' ');
            default -> certificate.code().grouped().replace('0', 'O').replace('1', 'l');
        };

        assertEquals(200, verify(typed).status());
    }

    @Test
    void codes_nobody_has_and_what_is_no_code_cost_what_a_code_somebody_has_costs() {
        Certificate certificate = world.issued(aResult().result());
        Certificate other = aResult().certificate(world.signer);

        Answer known = verify(certificate.code().grouped());
        Answer unknown = verify(other.code().grouped());
        Answer malformed = verify("hello");
        Answer mistyped = verify(other.code().text().substring(0, 12) + (other.code().text().endsWith("7") ? "8" : "7"));

        for (Answer answer : List.of(unknown, malformed, mistyped)) {
            assertEquals(404, answer.status());
            assertEquals("unknown-code", answer.json().path("type").asText());
        }
        for (Answer answer : List.of(known, unknown, malformed, mistyped)) {
            String line = answer.log().getFirst();
            assertTrue(line.contains("\"readUnits\":1.0,\"writeUnits\":1.0"), line);
            assertFalse(line.contains("203.0.113"), line);
        }
    }

    @Test
    void the_time_an_answer_takes_does_not_tell_codes_apart() {
        String known = world.issued(aResult().result()).code().grouped();
        List<String> codes = List.of(known, aResult().certificate(world.signer).code().grouped(), "hello");
        long[][] nanos = new long[codes.size()][150];
        for (int i = 0; i < 150; i++) {
            for (int c = 0; c < codes.size(); c++) {
                Call call = Call.of("verify-certificate").path("code", codes.get(c)).from("203.0.113." + i);
                long start = System.nanoTime();
                call.to(world.verify);
                nanos[c][i] = System.nanoTime() - start;
            }
        }

        for (long[] times : nanos) Arrays.sort(times);
        long[] medians = {nanos[0][75], nanos[1][75], nanos[2][75]};
        Arrays.sort(medians);
        assertTrue(medians[2] < 3 * medians[0], () -> "medians of " + Arrays.toString(medians) + " ns");
    }

    @Test
    void a_result_that_waits_for_its_certificate_has_none_yet() {
        world.published.publish(aResult().dueAt(NOW.plusSeconds(9)).result());
        world.sweep();

        assertTrue(world.held("learner-1").isEmpty());
    }

    @Test
    void an_address_that_tries_too_often_must_wait_and_others_need_not() {
        Certificate certificate = world.issued(aResult().result());
        Call call = Call.of("verify-certificate").path("code", certificate.code().grouped());
        for (int i = 0; i < 60; i++) assertEquals(200, call.to(world.verify).status());

        Answer refused = call.to(world.verify);

        assertEquals(429, refused.status());
        assertEquals("60", refused.headers().path("retry-after").asText());
        assertEquals(200, call.from("203.0.113.8").to(world.verify).status());
        world.now.set(NOW.plus(Duration.ofMinutes(1)));
        assertEquals(200, call.to(world.verify).status());
    }

    @Test
    void the_holder_switches_detail_off_and_on_again() {
        Certificate certificate = world.issued(aResult().result());
        String id = certificate.code().grouped();
        Call update = Call.of("update-certificate").path("id", id).by("learner-1", "lea");

        Answer off = update.to(world.update);
        JsonNode hidden = verify(id).json();
        update.with("showDetail", BooleanNode.TRUE).to(world.update);

        assertFalse(off.json().path("showDetail").asBoolean(true));
        assertEquals(0, hidden.path("competences").size());
        assertTrue(hidden.path("credential").isNull(), "the credential holds the detail");
        assertEquals(528, hidden.path("pix").asInt());
        assertEquals(16, verify(id).json().path("competences").size());
        assertEquals(404, update.by("learner-2", "luc").to(world.update).status());
        assertEquals(404, update.by("operator-1", "op").inGroups("operator").to(world.update).status(), "the holder alone");
    }

    @Test
    void expires_where_certificates_do() {
        Authority strict = new Authority(world.authority.name(), world.authority.service(), world.authority.address(),
                Optional.of(Period.ofYears(3)));
        world.published.publish(aResult().result());
        new IssueCertificates(world.certificates, world.statusLists, world.issuer(strict), world.clock)
                .run(NOW.plusSeconds(60), Runnable::run, e -> {});
        String id = world.held("learner-1").getFirst().code().grouped();

        String before = verify(id).json().path("status").asText();
        world.now.set(NOW.atZone(ZoneOffset.UTC).plusYears(3).toInstant());

        assertEquals("valid", before);
        assertEquals("expired", verify(id).json().path("status").asText());
    }

    @Test
    void a_holder_sees_lists_and_downloads_their_own_and_nobody_elses() {
        Certificate certificate = world.issued(aResult().result());
        String id = certificate.code().grouped();

        Answer list = Call.of("list-certificates").by("learner-1", "lea").to(world.list);
        Answer json = Call.of("show-certificate").path("id", id).by("learner-1", "lea").to(world.show);
        Answer pdf = Call.of("show-certificate").path("id", id + ".pdf").by("learner-1", "lea").to(world.show);
        Answer credential = Call.of("show-credential").path("id", id).by("learner-1", "lea").to(world.credential);

        assertEquals(json.json(), list.json().path("certificates").path(0));
        assertEquals("https://pix.example.org/verify.html#" + id, json.json().path("verificationAddress").asText());
        assertEquals("application/pdf", pdf.headers().path("content-type").asText());
        assertTrue(new String(pdf.bytes(), 0, 5).equals("%PDF-"));
        assertEquals("application/vc+jwt", credential.headers().path("content-type").asText());
        assertEquals(certificate.credential().compact(), new String(credential.bytes()));
        assertTrue(Call.of("list-certificates").by("learner-2", "luc").to(world.list).json().path("certificates").isEmpty());
        for (String path : List.of(id, id + ".pdf")) {
            assertEquals(404, Call.of("show-certificate").path("id", path).by("learner-2", "luc").to(world.show).status());
        }
        assertEquals(404, Call.of("show-credential").path("id", id).by("learner-2", "luc").to(world.credential).status());
        assertEquals(404, Call.of("show-certificate").path("id", "x.pdf").by("learner-1", "lea").to(world.show).status());
        assertEquals(401, Call.of("show-certificate").path("id", id).anonymous().to(world.show).status());
    }

    private Answer verify(String code) {
        return Call.of("verify-certificate").path("code", code).to(world.verify);
    }
}
