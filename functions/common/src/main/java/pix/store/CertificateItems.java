package pix.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import pix.Language;
import pix.certificate.Certificate;
import pix.certificate.CertificateCode;
import pix.certificate.CertifiedLevels;
import pix.certificate.DueResult;
import pix.certificate.Holder;
import pix.certificate.Issue;
import pix.certificate.Jws;
import pix.certificate.PublishedResult;
import pix.certificate.Revocation;
import pix.certificate.School;
import pix.certificate.StatusEntry;
import pix.learner.Situation;
import software.amazon.awssdk.core.SdkBytes;

/** Between certificates and items. */
final class CertificateItems {
    private CertificateItems() {}

    static CertificateItem write(DueResult due, int shard) {
        CertificateItem item = result(due.code(), due.result());
        item.dueShard = shard;
        return item;
    }

    static CertificateItem write(Certificate certificate) {
        PublishedResult result = certificate.result();
        CertificateItem item = result(certificate.code(), result);
        item.issuedAt = certificate.issue().at();
        item.validUntil = certificate.issue().validUntil().orElse(null);
        item.statusList = certificate.issue().statusEntry().list();
        item.statusIndex = certificate.issue().statusEntry().index();
        item.credentialHeader = SdkBytes.fromByteArray(certificate.credential().header());
        item.credentialDeflated = SdkBytes.fromByteArray(deflate(certificate.credential().payload()));
        item.signature = SdkBytes.fromByteArray(certificate.credential().signature());
        item.showDetail = certificate.showDetail();
        item.replaces = certificate.replaces().map(CertificateCode::text).orElse(null);
        item.holderId = result.learnerId();
        result.school().ifPresent(school -> {
            item.enrolledBy = school.organisationId();
            item.studentOrder = result.learnerId() + "#" + Values.text(item.issuedAt);
        });
        return item;
    }

    private static CertificateItem result(CertificateCode code, PublishedResult r) {
        CertificateItem item = new CertificateItem();
        item.certificateCode = code.text();
        item.dueAt = r.dueAt();
        item.sessionId = r.sessionId();
        item.learnerId = r.learnerId();
        item.familyName = r.holder().familyName();
        item.givenNames = r.holder().givenNames();
        item.birthDate = r.holder().birthDate();
        item.birthPlace = r.holder().birthPlace().orElse(null);
        item.sealedStudentId = r.sealedStudentId().orElse(null);
        item.organisationId = r.school().map(School::organisationId).orElse(null);
        item.uai = r.school().flatMap(School::uai).orElse(null);
        item.schoolClass = r.school().flatMap(School::schoolClass).orElse(null);
        item.situation = r.situation().code();
        item.locale = r.locale().tag();
        item.takenOn = r.takenOn();
        item.centre = r.centre();
        item.levels = bytes(r.levels().levels());
        item.pix = bytes(r.levels().pix());
        item.publishedAt = r.publishedAt();
        return item;
    }

    static DueResult due(CertificateItem item) {
        return new DueResult(new CertificateCode(item.certificateCode), result(item));
    }

    static Certificate certificate(CertificateItem item) {
        StatusEntry entry = new StatusEntry(item.statusList, item.statusIndex);
        Jws credential = new Jws(item.credentialHeader.asByteArray(), inflate(item.credentialDeflated.asByteArray()),
                item.signature.asByteArray());
        Optional<Revocation> revocation = Optional.ofNullable(item.revokedAt).map(at -> new Revocation(at,
                item.revocationReason, item.revokedBy, Optional.ofNullable(item.replacedBy).map(CertificateCode::new)));
        return new Certificate(new CertificateCode(item.certificateCode), result(item),
                new Issue(item.issuedAt, Optional.ofNullable(item.validUntil), entry), credential, item.showDetail,
                Optional.ofNullable(item.replaces).map(CertificateCode::new), revocation);
    }

    private static PublishedResult result(CertificateItem i) {
        Holder holder = new Holder(i.familyName, i.givenNames, i.birthDate, Optional.ofNullable(i.birthPlace));
        Optional<School> school = Optional.ofNullable(i.organisationId)
                .map(id -> new School(id, Optional.ofNullable(i.uai), Optional.ofNullable(i.schoolClass)));
        return new PublishedResult(i.sessionId, i.learnerId, holder, Optional.ofNullable(i.sealedStudentId), school,
                Situation.ofCode(i.situation).orElseThrow(), Language.ofTag(i.locale).orElseThrow(), i.takenOn, i.centre,
                new CertifiedLevels(numbers(i.levels), numbers(i.pix)), i.publishedAt, i.dueAt);
    }

    private static SdkBytes bytes(List<Integer> numbers) {
        byte[] bytes = new byte[numbers.size()];
        for (int i = 0; i < bytes.length; i++) bytes[i] = numbers.get(i).byteValue();
        return SdkBytes.fromByteArray(bytes);
    }

    private static List<Integer> numbers(SdkBytes bytes) {
        List<Integer> numbers = new ArrayList<>();
        for (byte b : bytes.asByteArray()) numbers.add((int) b);
        return numbers;
    }

    /** Fast rather than small: a credential is mostly the same words, which any level finds. */
    private static byte[] deflate(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED);
                DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater)) {
            deflating.write(bytes);
            deflating.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] inflate(byte[] bytes) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
