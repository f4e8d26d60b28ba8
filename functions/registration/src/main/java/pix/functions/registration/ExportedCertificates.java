package pix.functions.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pix.certificate.Certificate;
import pix.certificate.CertificateCode;
import pix.certificate.Certificates;
import pix.certificate.CertifiedLevels;
import pix.certificate.Holder;
import pix.certificate.PublishedResult;
import pix.framework.Competence;
import pix.http.Json;

/** Everything a certificate holds about its holder. Who revoked it is the operator's datum, not the holder's. */
record ExportedCertificates(Certificates certificates) implements ExportPart {

    @Override
    public JsonNode of(String learnerId) {
        return Json.array(certificates.heldBy(learnerId), ExportedCertificates::write);
    }

    private static ObjectNode write(Certificate certificate) {
        PublishedResult result = certificate.result();
        Holder holder = result.holder();
        ObjectNode json = Json.object()
                .put("certificateId", certificate.code().grouped())
                .put("sessionId", result.sessionId())
                .put("givenNames", holder.givenNames())
                .put("familyName", holder.familyName())
                .put("birthDate", holder.birthDate().toString())
                .put("birthPlace", holder.birthPlace().orElse(null))
                .put("nationalStudentIdKept", result.sealedStudentId().isPresent())
                .put("situation", result.situation().code())
                .put("locale", result.locale().tag())
                .put("takenOn", result.takenOn().toString())
                .put("centre", result.centre())
                .put("publishedAt", result.publishedAt().toString())
                .put("issuedAt", certificate.issue().at().toString())
                .put("showDetail", certificate.showDetail())
                .put("credential", certificate.credential().compact());
        result.school().ifPresent(school -> json.putObject("school")
                .put("organisationId", school.organisationId())
                .put("uai", school.uai().orElse(null))
                .put("class", school.schoolClass().orElse(null)));
        certificate.issue().validUntil().ifPresent(until -> json.put("validUntil", until.toString()));
        json.set("competences", competences(result.levels()));
        certificate.replaces().map(CertificateCode::grouped).ifPresent(code -> json.put("replaces", code));
        certificate.revocation().ifPresent(revocation -> json.putObject("revocation")
                .put("at", revocation.at().toString())
                .put("reason", revocation.reason())
                .put("replacedBy", revocation.replacedBy().map(CertificateCode::grouped).orElse(null)));
        return json;
    }

    private static JsonNode competences(CertifiedLevels levels) {
        return Json.array(List.of(Competence.values()), c -> Json.object()
                .put("code", c.code()).put("level", levels.level(c)).put("pix", levels.pix(c)));
    }
}
