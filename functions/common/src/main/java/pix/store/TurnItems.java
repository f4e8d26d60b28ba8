package pix.store;

import java.nio.ByteBuffer;
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
import pix.store.DynamoAssessments.TurnItem;
import software.amazon.awssdk.core.SdkBytes;

/** Turns to items of the table and back. Keys of items asked are four bytes each, one after the other. */
final class TurnItems {
    private TurnItems() {}

    static TurnItem write(Turn turn) {
        Terms terms = turn.terms();
        TurnItem item = new TurnItem();
        item.assessmentId = terms.assessmentId();
        item.sequence = turn.sequence();
        item.learnerId = terms.learnerId();
        item.kind = terms.kind().code();
        item.competence = terms.competence().map(Competence::code).orElse(null);
        item.sessionId = terms.sessionId().orElse(null);
        item.locale = terms.locale().tag();
        item.needs = Needs.write(terms.needs());
        item.seed = terms.seed();
        item.bankVersion = terms.bankVersion();
        item.calibration = terms.calibration() == 0 ? null : terms.calibration();
        item.exposure = terms.exposure() == 0 ? null : terms.exposure();
        item.startedAt = terms.startedAt();
        item.startedBy = turn.sequence() == 0 ? terms.learnerId() : null;
        turn.answered().ifPresent(answered -> {
            item.itemKey = answered.itemKey();
            item.response = ResponseText.write(answered.response());
            item.verdict = answered.verdict().code();
            item.score = answered.score();
            item.answeredAt = answered.at();
            item.completedIn = turn.completed() ? DynamoAssessments.completedIn(terms.assessmentId(), answered.at()) : null;
        });
        item.sites = SdkBytes.fromByteArray(turn.sites().toBytes());
        item.seen = turn.seen().equals(SeenItems.none()) ? null : SdkBytes.fromByteArray(turn.seen().toBytes());
        item.asked = keys(turn.asked());
        item.withdrawn = turn.withdrawn().length == 0 ? null : keys(turn.withdrawn());
        item.askedAt = turn.askedAt().orElse(null);
        return item;
    }

    static Turn read(TurnItem item) {
        Terms terms = new Terms(item.assessmentId, item.learnerId, AssessmentKind.ofCode(item.kind).orElseThrow(),
                Optional.ofNullable(item.competence).flatMap(Competence::ofCode), Optional.ofNullable(item.sessionId),
                Language.ofTag(item.locale).orElseThrow(), Needs.read(item.needs), item.seed, item.bankVersion,
                item.calibration == null ? 0 : item.calibration, item.exposure == null ? 0 : item.exposure, item.startedAt);
        Optional<Answered> answered = Optional.ofNullable(item.itemKey).map(key -> new Answered(key,
                ResponseText.read(item.response), Verdict.ofCode(item.verdict).orElseThrow(), item.score, item.answeredAt));
        return new Turn(terms, item.sequence, answered, Sites.ofBytes(item.sites.asByteArray()),
                item.seen == null ? SeenItems.none() : SeenItems.ofBytes(item.seen.asByteArray()), keys(item.asked),
                keys(item.withdrawn), Optional.ofNullable(item.askedAt));
    }

    private static SdkBytes keys(int[] keys) {
        ByteBuffer buffer = ByteBuffer.allocate(keys.length * Integer.BYTES);
        for (int key : keys) buffer.putInt(key);
        return SdkBytes.fromByteArray(buffer.array());
    }

    private static int[] keys(SdkBytes bytes) {
        if (bytes == null) return new int[0];
        ByteBuffer buffer = bytes.asByteBuffer();
        int[] keys = new int[buffer.remaining() / Integer.BYTES];
        for (int i = 0; i < keys.length; i++) keys[i] = buffer.getInt();
        return keys;
    }
}
