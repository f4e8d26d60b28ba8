package pix.functions.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import pix.certificate.Authority;
import pix.certificate.Certificate;
import pix.certificate.CertificateCode;
import pix.certificate.CertifiedLevels;
import pix.certificate.Holder;
import pix.certificate.Revocation;
import pix.certificate.School;
import pix.framework.Competence;
import pix.http.Json;

/** A certificate as JSON, for each of those who may see it. */
final class CertificateJson {
    private CertificateJson() {}

    /** For the holder and the operator. */
    static ObjectNode whole(Certificate certificate, Authority authority, Instant now) {
        Holder holder = certificate.result().holder();
        ObjectNode json = Json.object()
                .put("certificateId", certificate.code().grouped())
                .put("status", certificate.status(now).code())
                .put("givenNames", holder.givenNames())
                .put("familyName", holder.familyName())
                .put("birthDate", holder.birthDate().toString())
                .put("birthPlace", holder.birthPlace().orElse(null))
                .put("takenOn", certificate.result().takenOn().toString())
                .put("centre", certificate.result().centre())
                .put("issuedOn", issuedOn(certificate).toString())
                .put("issuer", authority.name());
        certificate.issue().validUntil().ifPresent(until -> json.put("validUntil", until.toString()));
        json.setAll(reached(certificate.result().levels()));
        json.set("competences", competences(certificate.result().levels()));
        json.put("showDetail", certificate.showDetail())
                .put("verificationAddress", authority.verificationAddress(certificate.code()));
        certificate.revocation().ifPresent(revocation -> ended(json, revocation).put("reason", revocation.reason()));
        certificate.replaces().ifPresent(code -> json.put("replaces", code.grouped()));
        return json;
    }

    /** For whoever has the code: enough to tell whose it is, not more. */
    static ObjectNode verification(Certificate certificate, Authority authority, Instant now) {
        Holder holder = certificate.result().holder();
        ObjectNode json = Json.object()
                .put("status", certificate.status(now).code())
                .put("holder", holder.fullName())
                .put("birthYear", holder.birthDate().getYear())
                .put("issuedOn", issuedOn(certificate).toString())
                .put("issuer", authority.name());
        certificate.issue().validUntil().ifPresent(until -> json.put("validUntil", until.toString()));
        json.setAll(reached(certificate.result().levels()));
        json.put("detail", certificate.showDetail());
        if (certificate.showDetail()) {
            json.set("competences", competences(certificate.result().levels()));
            json.put("credential", certificate.credential().compact());
        } else {
            json.putArray("competences");
            json.putNull("credential");
        }
        certificate.revocation().ifPresent(revocation -> ended(json, revocation));
        certificate.replaces().ifPresent(code -> json.put("replaces", code.grouped()));
        return json;
    }

    /** For the system that keeps school booklets. */
    static ObjectNode booklet(Certificate certificate, Optional<String> nationalStudentId, Instant now) {
        Holder holder = certificate.result().holder();
        ObjectNode json = Json.object()
                .put("nationalStudentId", nationalStudentId.orElse(null))
                .put("familyName", holder.familyName())
                .put("givenNames", holder.givenNames())
                .put("birthDate", holder.birthDate().toString())
                .put("status", certificate.status(now).code());
        json.setAll(reached(certificate.result().levels()));
        json.set("competences", Json.array(Arrays.asList(Competence.values()), c -> Json.object()
                .put("code", c.code()).put("level", certificate.result().levels().level(c))));
        return json.put("certificateCode", certificate.code().grouped())
                .put("issuedOn", issuedOn(certificate).toString())
                .put("centre", certificate.result().centre());
    }

    /** For the staff of the school that enrolled the student. */
    static ObjectNode result(Certificate certificate, Instant now) {
        Holder holder = certificate.result().holder();
        ObjectNode json = Json.object()
                .put("learnerId", certificate.result().learnerId())
                .put("familyName", holder.familyName())
                .put("givenNames", holder.givenNames())
                .put("birthDate", holder.birthDate().toString())
                .put("class", certificate.result().school().flatMap(School::schoolClass).orElse(null))
                .put("status", certificate.status(now).code());
        json.setAll(reached(certificate.result().levels()));
        json.set("competences", competences(certificate.result().levels()));
        return json.put("certificateCode", certificate.code().grouped())
                .put("takenOn", certificate.result().takenOn().toString())
                .put("issuedOn", issuedOn(certificate).toString())
                .put("centre", certificate.result().centre());
    }

    private static ObjectNode reached(CertifiedLevels levels) {
        return Json.object().put("pix", levels.totalPix()).put("level", levels.globalLevel());
    }

    private static JsonNode competences(CertifiedLevels levels) {
        return Json.array(Arrays.asList(Competence.values()), c -> Json.object()
                .put("code", c.code()).put("level", levels.level(c)).put("pix", levels.pix(c)));
    }

    private static ObjectNode ended(ObjectNode json, Revocation revocation) {
        json.put("revokedOn", LocalDate.ofInstant(revocation.at(), ZoneOffset.UTC).toString());
        revocation.replacedBy().map(CertificateCode::grouped).ifPresent(code -> json.put("replacedBy", code));
        return json;
    }

    private static LocalDate issuedOn(Certificate certificate) {
        return LocalDate.ofInstant(certificate.issue().at(), ZoneOffset.UTC);
    }
}
