package pix.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pix.Language;
import pix.enrolment.FileFormat;
import pix.enrolment.RowFault;
import pix.enrolment.StudentFiles.Warning;
import pix.enrolment.Upload;
import pix.enrolment.Upload.Tally;
import pix.enrolment.Uploads;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Uploads in the table {@code Organisations}, facet {@code upload#uploadId}; ids grow with time, so that the newest are
 * found first. Thread-safe.
 */
public final class DynamoUploads implements Uploads {
    private static final String FACET = "upload#";
    private static final Duration KEPT = Duration.ofDays(90);

    private final DynamoDbClient client;
    private final String table;

    public DynamoUploads(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void add(Upload upload) {
        client.putItem(p -> p.tableName(table).item(write(upload)).conditionExpression("attribute_not_exists(facet)"));
    }

    @Override
    public Optional<Upload> find(String organisationId, String uploadId) {
        Map<String, AttributeValue> item =
                client.getItem(g -> g.tableName(table).key(key(organisationId, uploadId)).consistentRead(true)).item();
        return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
    }

    @Override
    public List<Upload> newest(String organisationId, int most) {
        return client.query(q -> q
                        .tableName(table)
                        .keyConditionExpression("organisationId = :organisation AND begins_with(facet, :upload)")
                        .expressionAttributeValues(Map.of(":organisation", fromS(organisationId), ":upload", fromS(FACET)))
                        .scanIndexForward(false)
                        .limit(most))
                .items().stream().map(DynamoUploads::read).toList();
    }

    @Override
    public boolean update(Upload upload) {
        try {
            client.putItem(p -> p
                    .tableName(table)
                    .item(write(upload))
                    .conditionExpression("#state IN (:waiting, :reading)")
                    .expressionAttributeNames(Map.of("#state", "state"))
                    .expressionAttributeValues(Map.of(":waiting", fromS("waiting"), ":reading", fromS("reading"))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static Map<String, AttributeValue> key(String organisationId, String uploadId) {
        return Map.of("organisationId", fromS(organisationId), "facet", fromS(FACET + uploadId));
    }

    private static Map<String, AttributeValue> write(Upload u) {
        Tally t = u.tally();
        Attributes item = Attributes.of(new HashMap<>(key(u.organisationId(), u.uploadId())))
                .put("fileName", u.fileName())
                .put("bytes", u.bytes())
                .put("mode", u.mode().code())
                .put("language", u.language().tag())
                .put("createdBy", u.createdBy())
                .put("createdAt", u.createdAt())
                .put("state", u.state().code())
                .putTime("finishedAt", u.finishedAt())
                .put("format", u.format().map(FileFormat::code))
                .put("encoding", u.encoding())
                .put("rows", t.rows())
                .put("created", t.created())
                .put("updated", t.updated())
                .put("unchanged", t.unchanged())
                .put("refused", t.refused())
                .put("missing", t.missing())
                .put("progress", u.progress())
                .put("faults", u.faults(), DynamoUploads::fault)
                .put("warnings", u.warnings(), w -> Attributes.empty().put("code", w.code()).put("subject", w.subject()))
                .put("reported", u.reported())
                .put("expiresAt", u.createdAt().plus(KEPT).getEpochSecond());
        u.refusal().ifPresent(r -> item.put("refusal", Attributes.empty().put("code", r.code()).put("detail", r.detail())));
        return item.map();
    }

    private static Attributes fault(RowFault f) {
        return Attributes.empty().put("line", f.line()).put("column", f.column()).put("code", f.code())
                .put("value", f.value()).put("suggestion", f.suggestion());
    }

    private static Upload read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new Upload(item.text("organisationId"), item.text("facet").substring(FACET.length()), item.text("fileName"),
                item.number("bytes"), Upload.Mode.ofCode(item.text("mode")).orElseThrow(),
                Language.ofTag(item.text("language")).orElse(Language.FR), item.text("createdBy"), item.time("createdAt"),
                Upload.State.ofCode(item.text("state")), item.optionalTime("finishedAt"),
                item.optionalText("format").flatMap(DynamoUploads::format), item.optionalText("encoding"),
                new Tally(item.number("rows"), item.number("created"), item.number("updated"), item.number("unchanged"),
                        item.number("refused"), item.number("missing")),
                item.decimal("progress"),
                item.list("faults", f -> new RowFault(f.number("line"), f.text("column"), f.text("code"), f.optionalText("value"),
                        f.optionalText("suggestion"))),
                item.list("warnings", w -> new Warning(w.text("code"), w.text("subject"))),
                item.optionalMap("refusal").map(r -> new Upload.Refusal(r.text("code"), r.optionalText("detail"))),
                item.flag("reported"));
    }

    private static Optional<FileFormat> format(String code) {
        return Arrays.stream(FileFormat.values()).filter(f -> f.code().equals(code)).findFirst();
    }
}
