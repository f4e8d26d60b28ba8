package pix.bank.build;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pix.bank.Kind;
import pix.framework.Competence;

/** What the bank holds, in numbers: {@code bank-report.json}. Retired items are counted apart. */
final class BankReport {
    private BankReport() {}

    static byte[] write(List<Compiled> all, List<Problem> warnings) {
        var items = all.stream().filter(item -> !item.header().retired()).toList();
        return PackWriter.written(json -> {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("items", items.size());
            json.writeNumberField("templates", items.stream().filter(Compiled::isTemplate).count());
            json.writeNumberField("distinctQuestions", items.stream().mapToInt(item -> item.variants().count()).sum());
            json.writeNumberField("withAttachment", items.stream().filter(Compiled::showsSomething).count());
            json.writeNumberField("retired", all.size() - items.size());
            json.writeObjectFieldStart("byCompetence");
            for (var competence : Competence.values()) byLevel(json, competence, items);
            json.writeEndObject();
            json.writeObjectFieldStart("byKind");
            for (var kind : Kind.values()) {
                json.writeNumberField(kind.tag(), items.stream().filter(item -> item.header().kind() == kind).count());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("warnings");
            for (var warning : warnings) json.writeString(warning.toString());
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void byLevel(JsonGenerator json, Competence competence, List<Compiled> items) throws IOException {
        var levels = items.stream()
                .filter(item -> item.header().competence() == competence)
                .collect(Collectors.groupingBy(item -> item.header().level(), TreeMap::new, Collectors.counting()));
        json.writeObjectFieldStart(competence.code());
        for (int level = 1; level <= 8; level++) json.writeNumberField(String.valueOf(level), levels.getOrDefault(level, 0L));
        json.writeEndObject();
    }
}
