package pix.bank.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import pix.bank.Attachment;
import pix.bank.Document;

/** Reads what an item shows beside its text, and the files it gives, in one language. */
final class DocumentReader {
    private static final Set<String> FORMATS = Set.of("csv", "txt", "json", "html");

    private final FieldReader reader;

    DocumentReader(FieldReader reader) {
        this.reader = reader;
    }

    List<Document> documents(Source place) {
        if (!place.isList() || place.list().isEmpty()) place.error("`documents` is a list");
        var documents = new ArrayList<Document>();
        for (var entry : place.list()) {
            var written = FieldReader.known(entry, "a document", "table", "mail", "page", "dialog", "chat", "code", "picture");
            if (written.size() != 1) {
                if (written.size() > 1 || entry.mapping().isEmpty()) entry.error("a document has one key: table, mail, page, dialog, chat, code or picture");
                continue;
            }
            var tag = written.keySet().iterator().next();
            var document = document(tag, written.get(tag));
            if (document != null) documents.add(document);
        }
        return documents;
    }

    private Document document(String tag, Source place) {
        return switch (tag) {
            case "table" -> table(place);
            case "mail" -> {
                var f = FieldReader.known(place, tag, "from", "to", "cc", "subject", "date", "body");
                yield new Document.Mail(reader.required(place, f, "from"), reader.optional(f, "to"), reader.optional(f, "cc"), reader.required(place, f, "subject"),
                        reader.optional(f, "date"), reader.required(place, f, "body"));
            }
            case "page" -> {
                var f = FieldReader.known(place, tag, "address", "title", "body");
                yield new Document.Page(reader.required(place, f, "address"), reader.optional(f, "title"), reader.required(place, f, "body"));
            }
            case "dialog" -> {
                var f = FieldReader.known(place, tag, "title", "body", "buttons");
                yield new Document.Dialog(reader.optional(f, "title"), reader.required(place, f, "body"),
                        f.containsKey("buttons") ? reader.texts(place, f, "buttons") : List.of());
            }
            case "chat" -> chat(place);
            case "code" -> {
                var f = FieldReader.known(place, tag, "title", "text");
                yield new Document.Code(reader.optional(f, "title"), reader.required(place, f, "text"));
            }
            case "picture" -> {
                var f = FieldReader.known(place, tag, "svg", "alt");
                yield new Document.Picture(reader.required(place, f, "svg"), reader.required(place, f, "alt"));
            }
            default -> null;
        };
    }

    private Document table(Source place) {
        var f = FieldReader.known(place, "table", "caption", "header", "rows", "sheet");
        var rows = new ArrayList<List<String>>();
        for (var row : FieldReader.list(place, f, "rows")) {
            if (!row.isList()) row.error("a row is a list of cells");
            rows.add(row.list().stream().map(this::cell).toList());
        }
        if (f.containsKey("header") && !f.get("header").isList()) f.get("header").error("`header` is a list");
        var header = f.containsKey("header") ? f.get("header").list().stream().map(this::cell).toList() : List.<String>of();
        int width = header.isEmpty() ? rows.isEmpty() ? 0 : rows.getFirst().size() : header.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) place.error("every row has as many cells as the first: " + width);
        if (!header.isEmpty() && header.stream().anyMatch(String::isBlank) && !FieldReader.flag(f, "sheet")) {
            f.get("header").warn("a column without a name is hard to follow with a screen reader");
        }
        return new Document.Table(reader.optional(f, "caption"), header, rows, FieldReader.flag(f, "sheet"));
    }

    /** A cell may be empty. */
    private String cell(Source place) {
        if (place.isDecimal()) place.warn(place.scalar() + " is shown in French with a point too: write {fr: '" + place.scalar().replace('.', ',') + "', en: '" + place.scalar() + "'} where it is a number");
        return place.isScalar() && (place.scalar().isEmpty() || place.isPlain() && place.scalar().matches("~|null")) ? "" : reader.text(place);
    }

    private Document chat(Source place) {
        var f = FieldReader.known(place, "chat", "title", "messages");
        var messages = new ArrayList<Document.Chat.Message>();
        for (var entry : FieldReader.list(place, f, "messages")) {
            var message = FieldReader.known(entry, "a message", "from", "text");
            messages.add(new Document.Chat.Message(reader.required(entry, message, "from"), reader.required(entry, message, "text")));
        }
        return new Document.Chat(reader.optional(f, "title"), messages);
    }

    List<Attachment> attachments(Source place) {
        if (!place.isList() || place.list().isEmpty()) place.error("`attachments` is a list");
        var attachments = new ArrayList<Attachment>();
        for (var entry : place.list()) {
            var f = FieldReader.known(entry, "an attachment", "name", "content");
            var name = reader.required(entry, f, "name");
            if (f.containsKey("name") && !FORMATS.contains(name.substring(name.lastIndexOf('.') + 1))) {
                f.get("name").error("an attachment is a csv, txt, json or html file");
            }
            attachments.add(new Attachment(name, reader.required(entry, f, "content")));
        }
        return attachments;
    }
}
