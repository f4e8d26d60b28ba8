package pix.bank;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An item as it reads in one language, its key included. Both languages of an item have the same structure. Texts of a
 * template hold placeholders, see {@link Variants}.
 */
public record Wording(
        String text,
        Task task,
        List<Document> documents,
        List<Attachment> attachments,
        String explanation,
        String tip) {

    public Wording {
        documents = List.copyOf(documents);
        attachments = List.copyOf(attachments);
    }

    /** Every text changed. */
    public Wording map(UnaryOperator<String> change) {
        return new Wording(
                change.apply(text),
                task.map(change),
                documents.stream().map(d -> d.map(change)).toList(),
                attachments.stream().map(a -> a.map(change)).toList(),
                change.apply(explanation),
                change.apply(tip));
    }
}
