package pix.bank;

import java.util.List;
import java.util.OptionalInt;
import pix.framework.Competence;

/**
 * An item put to one person, in one language. Carries nothing that tells the answer: no key, no level, no difficulty,
 * no author's id; ids of choices and fields are the positions in which they are shown.
 *
 * @param itemId the public id of the item
 * @param text what to do, in the small Markdown of the bank
 * @param choices what to pick from ({@code choice}, {@code choices}), to put in order ({@code order}), or the right
 *     sides ({@code match}); empty for other kinds
 * @param fields the blanks ({@code fields}) or the left sides ({@code match}); empty for other kinds
 * @param timeLimitSeconds only where speed is part of the skill
 */
public record Question(
        String itemId,
        Competence competence,
        Kind kind,
        String text,
        List<Choice> choices,
        List<Field> fields,
        List<Document> documents,
        List<Attachment> attachments,
        OptionalInt timeLimitSeconds) {

    public Question {
        choices = List.copyOf(choices);
        fields = List.copyOf(fields);
        documents = List.copyOf(documents);
        attachments = List.copyOf(attachments);
    }

    /** Something to pick, place or join. */
    public record Choice(String id, String text) {}

    /** A blank or a left side. Where {@code options} is not empty, the answer is the text of one of them. */
    public record Field(String id, String label, List<String> options) {
        public Field {
            options = List.copyOf(options);
        }
    }
}
