package pix.store;

import static pix.store.Values.date;
import static pix.store.Values.instant;

import java.time.Instant;
import java.time.LocalDate;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticTableSchema;

/**
 * One item of the table {@code Certificates}; its members are its attributes. A result that is due and the certificate
 * it becomes are the same item: {@code dueShard} is there before, {@code issuedAt} and the credential after.
 */
final class CertificateItem {
    static final String CERTIFICATE = "certificate";

    static final StaticTableSchema<CertificateItem> SCHEMA = StaticTableSchema.builder(CertificateItem.class)
            .newItemSupplier(CertificateItem::new)
            .addAttribute(String.class, a -> a.name("certificateCode").getter(i -> i.certificateCode)
                    .setter((i, v) -> i.certificateCode = v).tags(StaticAttributeTags.primaryPartitionKey()))
            .addAttribute(String.class, a -> a.name("facet").getter(i -> i.facet)
                    .setter((i, v) -> i.facet = v).tags(StaticAttributeTags.primarySortKey()))
            .addAttribute(Integer.class, a -> a.name("dueShard").getter(i -> i.dueShard)
                    .setter((i, v) -> i.dueShard = v).tags(StaticAttributeTags.secondaryPartitionKey("due")))
            .addAttribute(Instant.class, a -> a.name("dueAt").getter(i -> i.dueAt).setter((i, v) -> i.dueAt = v)
                    .attributeConverter(instant()).tags(StaticAttributeTags.secondarySortKey("due")))
            .addAttribute(String.class, a -> a.name("sessionId").getter(i -> i.sessionId)
                    .setter((i, v) -> i.sessionId = v))
            .addAttribute(String.class, a -> a.name("learnerId").getter(i -> i.learnerId)
                    .setter((i, v) -> i.learnerId = v))
            .addAttribute(String.class, a -> a.name("familyName").getter(i -> i.familyName)
                    .setter((i, v) -> i.familyName = v))
            .addAttribute(String.class, a -> a.name("givenNames").getter(i -> i.givenNames)
                    .setter((i, v) -> i.givenNames = v))
            .addAttribute(LocalDate.class, a -> a.name("birthDate").getter(i -> i.birthDate)
                    .setter((i, v) -> i.birthDate = v).attributeConverter(date()))
            .addAttribute(String.class, a -> a.name("birthPlace").getter(i -> i.birthPlace)
                    .setter((i, v) -> i.birthPlace = v))
            .addAttribute(String.class, a -> a.name("sealedStudentId").getter(i -> i.sealedStudentId)
                    .setter((i, v) -> i.sealedStudentId = v))
            .addAttribute(String.class, a -> a.name("organisationId").getter(i -> i.organisationId)
                    .setter((i, v) -> i.organisationId = v))
            .addAttribute(String.class, a -> a.name("uai").getter(i -> i.uai).setter((i, v) -> i.uai = v))
            .addAttribute(String.class, a -> a.name("schoolClass").getter(i -> i.schoolClass)
                    .setter((i, v) -> i.schoolClass = v))
            .addAttribute(String.class, a -> a.name("situation").getter(i -> i.situation)
                    .setter((i, v) -> i.situation = v))
            .addAttribute(String.class, a -> a.name("locale").getter(i -> i.locale).setter((i, v) -> i.locale = v))
            .addAttribute(LocalDate.class, a -> a.name("takenOn").getter(i -> i.takenOn)
                    .setter((i, v) -> i.takenOn = v).attributeConverter(date()))
            .addAttribute(String.class, a -> a.name("centre").getter(i -> i.centre).setter((i, v) -> i.centre = v))
            .addAttribute(SdkBytes.class, a -> a.name("levels").getter(i -> i.levels).setter((i, v) -> i.levels = v))
            .addAttribute(SdkBytes.class, a -> a.name("pix").getter(i -> i.pix).setter((i, v) -> i.pix = v))
            .addAttribute(Instant.class, a -> a.name("publishedAt").getter(i -> i.publishedAt)
                    .setter((i, v) -> i.publishedAt = v).attributeConverter(instant()))
            .addAttribute(Instant.class, a -> a.name("issuedAt").getter(i -> i.issuedAt).setter((i, v) -> i.issuedAt = v)
                    .attributeConverter(instant()).tags(StaticAttributeTags.secondarySortKey("byHolder")))
            .addAttribute(Instant.class, a -> a.name("validUntil").getter(i -> i.validUntil)
                    .setter((i, v) -> i.validUntil = v).attributeConverter(instant()))
            .addAttribute(Integer.class, a -> a.name("statusList").getter(i -> i.statusList)
                    .setter((i, v) -> i.statusList = v))
            .addAttribute(Integer.class, a -> a.name("statusIndex").getter(i -> i.statusIndex)
                    .setter((i, v) -> i.statusIndex = v))
            .addAttribute(SdkBytes.class, a -> a.name("credentialHeader").getter(i -> i.credentialHeader)
                    .setter((i, v) -> i.credentialHeader = v))
            .addAttribute(SdkBytes.class, a -> a.name("credentialDeflated").getter(i -> i.credentialDeflated)
                    .setter((i, v) -> i.credentialDeflated = v))
            .addAttribute(SdkBytes.class, a -> a.name("signature").getter(i -> i.signature)
                    .setter((i, v) -> i.signature = v))
            .addAttribute(Boolean.class, a -> a.name("showDetail").getter(i -> i.showDetail)
                    .setter((i, v) -> i.showDetail = v))
            .addAttribute(String.class, a -> a.name("replaces").getter(i -> i.replaces)
                    .setter((i, v) -> i.replaces = v))
            .addAttribute(Instant.class, a -> a.name("revokedAt").getter(i -> i.revokedAt)
                    .setter((i, v) -> i.revokedAt = v).attributeConverter(instant()))
            .addAttribute(String.class, a -> a.name("revocationReason").getter(i -> i.revocationReason)
                    .setter((i, v) -> i.revocationReason = v))
            .addAttribute(String.class, a -> a.name("revokedBy").getter(i -> i.revokedBy)
                    .setter((i, v) -> i.revokedBy = v))
            .addAttribute(String.class, a -> a.name("replacedBy").getter(i -> i.replacedBy)
                    .setter((i, v) -> i.replacedBy = v))
            .addAttribute(String.class, a -> a.name("holderId").getter(i -> i.holderId).setter((i, v) -> i.holderId = v)
                    .tags(StaticAttributeTags.secondaryPartitionKey("byHolder")))
            .addAttribute(String.class, a -> a.name("enrolledBy").getter(i -> i.enrolledBy)
                    .setter((i, v) -> i.enrolledBy = v).tags(StaticAttributeTags.secondaryPartitionKey("byOrganisation")))
            .addAttribute(String.class, a -> a.name("studentOrder").getter(i -> i.studentOrder)
                    .setter((i, v) -> i.studentOrder = v).tags(StaticAttributeTags.secondarySortKey("byOrganisation")))
            .build();

    String certificateCode;
    String facet = CERTIFICATE;
    Integer dueShard;
    Instant dueAt;
    String sessionId;
    String learnerId;
    String familyName;
    String givenNames;
    LocalDate birthDate;
    String birthPlace;
    String sealedStudentId;
    String organisationId;
    String uai;
    String schoolClass;
    String situation;
    String locale;
    LocalDate takenOn;
    String centre;
    SdkBytes levels;
    SdkBytes pix;
    Instant publishedAt;
    Instant issuedAt;
    Instant validUntil;
    Integer statusList;
    Integer statusIndex;
    SdkBytes credentialHeader;
    SdkBytes credentialDeflated;
    SdkBytes signature;
    Boolean showDetail;
    String replaces;
    Instant revokedAt;
    String revocationReason;
    String revokedBy;
    String replacedBy;
    /** The learner's id again, once there is a certificate to list. */
    String holderId;
    /** The organisation's id again, once there is a certificate to list. */
    String enrolledBy;
    /** {@code learnerId#issuedAt}: a student's certificates in a row, the latest last. */
    String studentOrder;
}
