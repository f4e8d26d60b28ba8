package pix.functions.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import pix.assessment.Examiner;
import pix.assessment.Turn;
import pix.bank.Attachment;
import pix.bank.Document;
import pix.bank.Item;
import pix.bank.Question;
import pix.http.Json;

/** A question as the contract writes it: never its key, level or difficulty. */
public final class QuestionJson {
    private QuestionJson() {}

    /** The pending question, as asked just now. */
    static ObjectNode of(Turn turn, Examiner examiner) {
        return of(turn, examiner, Duration.ZERO);
    }

    /** @param held how long the clock of a certification stood still since the question was asked */
    static ObjectNode of(Turn turn, Examiner examiner, Duration held) {
        Item item = examiner.item(turn.pendingKey());
        Question question = item.question(turn.terms().seed(), turn.terms().locale());
        ObjectNode json = of(turn.sequence() + 1, question);
        json.put("askedAt", turn.askedAt().orElseThrow().toString());
        question.timeLimitSeconds().ifPresent(seconds -> json
                .put("timeLimitSeconds", seconds)
                .put("answerBefore", turn.answerBefore(seconds, held).toString()));
        return json;
    }

    /**
     * What does not depend on when it is asked.
     *
     * @param sequence its place in the assessment, from 1
     */
    public static ObjectNode of(int sequence, Question question) {
        ObjectNode json = Json.object()
                .put("sequence", sequence)
                .put("itemId", question.itemId())
                .put("competence", question.competence().code())
                .put("kind", question.kind().tag())
                .put("text", question.text());
        put(json, "choices", question.choices(), c -> Json.object().put("id", c.id()).put("text", c.text()));
        put(json, "fields", question.fields(), QuestionJson::field);
        put(json, "documents", question.documents(), QuestionJson::document);
        put(json, "attachments", question.attachments(), QuestionJson::attachment);
        return json;
    }

    private static <T> void put(
            ObjectNode json, String name, List<T> values, Function<T, JsonNode> toJson) {
        if (!values.isEmpty()) json.set(name, Json.array(values, toJson));
    }

    private static JsonNode field(Question.Field field) {
        ObjectNode json = Json.object().put("id", field.id()).put("label", field.label());
        if (!field.options().isEmpty()) json.set("options", Json.strings(field.options()));
        return json;
    }

    private static JsonNode attachment(Attachment attachment) {
        String content = URLEncoder.encode(attachment.content(), StandardCharsets.UTF_8).replace("+", "%20");
        return Json.object()
                .put("name", attachment.name())
                .put("url", "data:" + attachment.mediaType() + ";charset=utf-8," + content);
    }

    private static JsonNode document(Document document) {
        ObjectNode json = Json.object().put("kind", document.tag());
        switch (document) {
            case Document.Table table -> {
                putText(json, "caption", table.caption());
                if (!table.header().isEmpty()) json.set("header", Json.strings(table.header()));
                json.set("rows", Json.array(table.rows(), Json::strings));
                json.put("sheet", table.sheet());
            }
            case Document.Mail mail -> {
                json.put("from", mail.from()).put("to", mail.to());
                putText(json, "cc", mail.cc());
                json.put("subject", mail.subject());
                putText(json, "date", mail.date());
                json.put("body", mail.body());
            }
            case Document.Page(String address, String title, String body) ->
                json.put("address", address).put("title", title).put("body", body);
            case Document.Dialog(String title, String body, List<String> buttons) ->
                json.put("title", title).put("body", body).set("buttons", Json.strings(buttons));
            case Document.Chat(String title, var messages) -> {
                putText(json, "title", title);
                json.set("messages", Json.array(messages, m -> Json.object().put("from", m.from()).put("text", m.text())));
            }
            case Document.Code(String title, String text) -> {
                putText(json, "title", title);
                json.put("text", text);
            }
            case Document.Picture(String svg, String alt) -> json.put("svg", svg).put("alt", alt);
        }
        return json;
    }

    private static void putText(ObjectNode json, String name, String text) {
        if (!text.isEmpty()) json.set(name, TextNode.valueOf(text));
    }
}
