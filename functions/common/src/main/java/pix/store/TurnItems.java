package pix.store;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import pix.Language;
import pix.ability.Sites;
import pix.assessment.Answered;
import pix.assessment.AssessmentKind;
import pix.assessment.SeenItems;
import pix.assessment.Terms;
import pix.assessment.Turn;
import pix.assessment.Verdict;
import pix.framework.Competence;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Turns to items of the table and back. Keys of items asked are four bytes each, one after the other. */
final class TurnItems {
    private TurnItems() {}

    static Map<String, AttributeValue> write(Turn turn) {
        Terms terms = turn.terms();
        Attributes item = Attributes.empty()
                .put("assessmentId", terms.assessmentId())
                .put("sequence", turn.sequence())
                .put("learnerId", terms.learnerId())
                .put("kind", terms.kind().code())
                .put("competence", terms.competence().map(Competence::code))
                .put("sessionId", terms.sessionId())
                .put("locale", terms.locale().tag())
                .putSet("needs", Needs.write(terms.needs()))
                .put("seed", terms.seed())
                .put("bankVersion", terms.bankVersion())
                .put("startedAt", terms.startedAt())
                .put("sites", turn.sites().toBytes())
                .put("asked", bytes(turn.asked()))
                .putTime("askedAt", turn.askedAt());
        if (terms.calibration() != 0) item.put("calibration", terms.calibration());
        if (terms.exposure() != 0) item.put("exposure", terms.exposure());
        if (turn.sequence() == 0) item.put("startedBy", terms.learnerId());
        if (!turn.seen().equals(SeenItems.none())) item.put("seen", turn.seen().toBytes());
        if (turn.withdrawn().length != 0) item.put("withdrawn", bytes(turn.withdrawn()));
        turn.answered().ifPresent(answered -> write(answered, turn, item));
        return item.map();
    }

    private static void write(Answered answered, Turn turn, Attributes item) {
        item.put("itemKey", answered.itemKey())
                .put("response", ResponseText.write(answered.response()))
                .put("verdict", answered.verdict().code())
                .put("score", answered.score())
                .put("answeredAt", answered.at());
        if (turn.completed()) item.put("completedIn", DynamoAssessments.completedIn(turn.terms().assessmentId(), answered.at()));
    }

    static Turn read(Map<String, AttributeValue> attributes) {
        Attributes item = Attributes.of(attributes);
        Terms terms = new Terms(item.text("assessmentId"), item.text("learnerId"),
                AssessmentKind.ofCode(item.text("kind")).orElseThrow(),
                item.optionalText("competence").flatMap(Competence::ofCode), item.optionalText("sessionId"),
                Language.ofTag(item.text("locale")).orElseThrow(), Needs.read(item.set("needs")), item.number("seed"),
                item.text("bankVersion"), (int) item.number("calibration"), (int) item.number("exposure"), item.time("startedAt"));
        return new Turn(terms, (int) item.number("sequence"), answered(item), Sites.ofBytes(item.bytes("sites")),
                item.optionalBytes("seen").map(SeenItems::ofBytes).orElse(SeenItems.none()), keys(item, "asked"),
                keys(item, "withdrawn"), item.optionalTime("askedAt"));
    }

    private static Optional<Answered> answered(Attributes item) {
        if (!item.has("itemKey")) return Optional.empty();
        return Optional.of(new Answered((int) item.number("itemKey"), ResponseText.read(item.text("response")),
                Verdict.ofCode(item.text("verdict")).orElseThrow(), item.decimal("score"), item.time("answeredAt")));
    }

    private static byte[] bytes(int[] keys) {
        ByteBuffer buffer = ByteBuffer.allocate(keys.length * Integer.BYTES);
        for (int key : keys) buffer.putInt(key);
        return buffer.array();
    }

    private static int[] keys(Attributes item, String name) {
        if (!item.has(name)) return new int[0];
        ByteBuffer buffer = ByteBuffer.wrap(item.bytes(name));
        int[] keys = new int[buffer.remaining() / Integer.BYTES];
        for (int i = 0; i < keys.length; i++) keys[i] = buffer.getInt();
        return keys;
    }
}
