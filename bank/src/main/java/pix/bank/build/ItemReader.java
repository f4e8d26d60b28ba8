package pix.bank.build;

import java.util.List;
import java.util.Map;
import pix.Language;
import pix.bank.Attachment;
import pix.bank.Document;
import pix.bank.Kind;
import pix.bank.Wording;

/**
 * Reads the wording of an item in one language. Tells every problem of form at its place and reads on; what it returns
 * is only of use where there was none, and null where not even that.
 */
final class ItemReader {
    private final FieldReader reader;
    private final TaskReader tasks;
    private final DocumentReader documents;

    /** @param placeholders null where the item is not a template: braces are plain then */
    ItemReader(Language language, Placeholders placeholders) {
        reader = new FieldReader(language, placeholders);
        tasks = new TaskReader(reader);
        documents = new DocumentReader(reader);
    }

    Wording wording(Kind kind, Source item, Map<String, Source> fields) {
        var task = tasks.task(kind, item, fields);
        var shown = fields.containsKey("documents") ? documents.documents(fields.get("documents")) : List.<Document>of();
        var attachments = fields.containsKey("attachments")
                ? documents.attachments(fields.get("attachments"))
                : List.<Attachment>of();
        var text = reader.required(item, fields, "text");
        var explanation = reader.required(item, fields, "explanation");
        var tip = reader.required(item, fields, "tip");
        return task == null ? null : new Wording(text, task, shown, attachments, explanation, tip);
    }
}
