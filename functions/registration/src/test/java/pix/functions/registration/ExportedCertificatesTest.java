package pix.functions.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pix.Language;
import pix.certificate.Authority;
import pix.certificate.Certificate;
import pix.certificate.CertificateCode;
import pix.certificate.CertifiedLevels;
import pix.certificate.Holder;
import pix.certificate.IssueCertificates;
import pix.certificate.Issuer;
import pix.certificate.PublishedResult;
import pix.certificate.RevokeCertificate;
import pix.certificate.School;
import pix.embedded.Call;
import pix.embedded.EmbeddedStore;
import pix.embedded.KeyFileSigner;
import pix.learner.Situation;
import pix.session.ShowCorrections;
import pix.store.DynamoAssessments;
import pix.store.DynamoCandidates;
import pix.store.DynamoCertificates;
import pix.store.DynamoLearners;
import pix.store.DynamoProfiles;
import pix.store.DynamoPublishedResults;
import pix.store.DynamoStatusLists;

class ExportedCertificatesTest {
    private static final Instant NOW = Instant.parse("2027-03-20T09:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    @Test
    void certificates_are_exported_whole_without_the_sealed_id_and_without_who_revoked_them() {
        try (EmbeddedStore store = EmbeddedStore.inMemory()) {
            DynamoCertificates certificates = new DynamoCertificates(store.client(), "Certificates");
            Certificate issued = issued(store, certificates);
            new RevokeCertificate(certificates, CLOCK).revoke(issued.code(), "Fraude constatée", "operator-1");

            Call.Answer answer = Call.of("export-learner").by("learner-1", "lea.martin").to(export(store, certificates));

            JsonNode certificate = answer.json().path("certificates").path(0);
            assertEquals(1, answer.json().path("certificates").size());
            assertEquals(issued.code().grouped(), certificate.path("certificateId").asText());
            assertEquals("Martin", certificate.path("familyName").asText());
            assertEquals("3A", certificate.path("school").path("class").asText());
            assertEquals(5, certificate.path("competences").path(15).path("level").asInt());
            assertEquals(issued.credential().compact(), certificate.path("credential").asText());
            assertEquals("Fraude constatée", certificate.path("revocation").path("reason").asText());
            assertEquals("true", certificate.path("nationalStudentIdKept").asText());
            assertFalse(answer.body().contains("c2VhbGVk") || answer.body().contains("operator-1"), answer.body());
            assertEquals(0, Call.of("export-learner").by("learner-2", "luc").to(export(store, certificates))
                    .json().path("certificates").size());
        }
    }

    private static Certificate issued(EmbeddedStore store, DynamoCertificates certificates) {
        SecureRandom random = new SecureRandom();
        Authority authority = new Authority("Académie", "Pix", URI.create("https://pix.example.org"), Optional.empty());
        new DynamoPublishedResults(store.client(), "Certificates", () -> CertificateCode.draw(random)).publish(
                new PublishedResult("session-1", "learner-1",
                        new Holder("Martin", "Léa", LocalDate.of(2012, 3, 14), Optional.of("Lyon")), Optional.of("c2VhbGVk"),
                        Optional.of(new School("school-1", Optional.of("0750655E"), Optional.of("3A"))),
                        Situation.TROISIEME, Language.FR, LocalDate.of(2027, 3, 12), "Collège Jean Moulin",
                        new CertifiedLevels(Collections.nCopies(16, 5), Collections.nCopies(16, 40)), NOW, NOW));
        Issuer issuer = new Issuer(authority, (result, issue) -> new byte[] {'{', '}'}, KeyFileSigner.withNewKey(), CLOCK);
        new IssueCertificates(certificates, new DynamoStatusLists(store.client(), "Certificates", CLOCK, random), issuer, CLOCK)
                .run(NOW.plusSeconds(60), Runnable::run, e -> {});
        return certificates.heldBy("learner-1").getFirst();
    }

    private static ExportLearnerHandler export(EmbeddedStore store, DynamoCertificates certificates) {
        DynamoAssessments assessments = new DynamoAssessments(store.client(), "Assessments", "Learners");
        return new ExportLearnerHandler(new DynamoLearners(store.client(), "Learners"),
                new DynamoProfiles(store.client(), "Learners"),
                assessments, new ShowCorrections(assessments, new DynamoCandidates(store.client(), "Sessions", assessments)),
                Map.of("certificates", new ExportedCertificates(certificates)));
    }
}
