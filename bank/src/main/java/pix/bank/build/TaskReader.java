package pix.bank.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import pix.bank.Blanks;
import pix.bank.Kind;
import pix.bank.NumberKey;
import pix.bank.Pairing;
import pix.bank.Sequence;
import pix.bank.SeveralChoices;
import pix.bank.SingleChoice;
import pix.bank.Task;
import pix.bank.TextMatch;
import pix.bank.TypedNumber;
import pix.bank.TypedText;

/** Reads what an item asks people to do, in one language. */
final class TaskReader {
    private final FieldReader reader;

    TaskReader(FieldReader reader) {
        this.reader = reader;
    }

    Task task(Kind kind, Source item, Map<String, Source> fields) {
        return switch (kind) {
            case CHOICE -> singleChoice(item, fields, "choices");
            case CHOICES -> severalChoices(item, fields);
            case TEXT -> typedText(item, fields);
            case NUMBER -> {
                var key = numberKey(item, fields);
                yield key == null ? null : new TypedNumber(key);
            }
            case FIELDS -> blanks(item, fields);
            case ORDER -> sequence(item, fields);
            case MATCH -> pairing(item, fields);
        };
    }

    private SingleChoice singleChoice(Source owner, Map<String, Source> fields, String key) {
        var options = options(owner, fields, key);
        if (options.isEmpty()) return null;
        long right = options.stream().filter(Task.Option::right).count();
        if (right != 1) fields.get(key).error("exactly one is `right`, here " + right);
        if (options.size() < 3 || options.size() > 6) fields.get(key).error("two to five are `wrong`, here " + (options.size() - right));
        return right == 1 ? new SingleChoice(options, FieldReader.flag(fields, "ordered")) : null;
    }

    private SeveralChoices severalChoices(Source item, Map<String, Source> fields) {
        var options = options(item, fields, "choices");
        if (options.isEmpty()) return null;
        long right = options.stream().filter(Task.Option::right).count();
        var place = fields.get("choices");
        if (right == 0) place.error("at least one is `right`");
        if (right == options.size()) place.error("at least one is `wrong`");
        if (options.size() < 3 || options.size() > 10) place.error("three to ten choices, here " + options.size());
        return right == 0 ? null : new SeveralChoices(options, FieldReader.flag(fields, "ordered"));
    }

    private List<Task.Option> options(Source owner, Map<String, Source> fields, String key) {
        var options = new ArrayList<Task.Option>();
        for (var entry : FieldReader.list(owner, fields, key)) {
            var written = entry.mapping();
            if (written.size() == 1 && written.containsKey("right")) options.add(new Task.Option(reader.text(written.get("right")), true));
            else if (written.size() == 1 && written.containsKey("wrong")) options.add(new Task.Option(reader.text(written.get("wrong")), false));
            else entry.error("a choice is `right: …` or `wrong: …`");
        }
        return options;
    }

    private TypedText typedText(Source owner, Map<String, Source> fields) {
        var accepted = reader.texts(owner, fields, "accept");
        var match = TextMatch.WORDS;
        if (fields.containsKey("match")) {
            var tag = fields.get("match");
            var found = TextMatch.ofTag(tag.scalar());
            if (found.isEmpty()) tag.error("`match` is words, code or exact");
            match = found.orElse(match);
        }
        return accepted.isEmpty() ? null : new TypedText(accepted, match);
    }

    private NumberKey numberKey(Source owner, Map<String, Source> fields) {
        var accepted = reader.texts(owner, fields, "accept");
        var tolerance = fields.containsKey("tolerance") ? reader.text(fields.get("tolerance")) : "0";
        var units = fields.containsKey("unit") ? reader.texts(owner, fields, "unit") : List.<String>of();
        return accepted.isEmpty() ? null : new NumberKey(accepted, tolerance, units);
    }

    private Blanks blanks(Source item, Map<String, Source> fields) {
        var blanks = new ArrayList<Blanks.Blank>();
        var written = FieldReader.list(item, fields, "fields");
        var ids = new HashSet<String>();
        for (var entry : written) {
            var field = FieldReader.known(entry, "a field", "id", "label", "accept", "match", "number", "options", "ordered");
            if (field.isEmpty()) continue;
            var id = field.get("id");
            if (id == null || !id.scalar().matches("[A-Za-z0-9_-]{1,40}")) entry.error("a field needs an `id` of letters, digits and hyphens");
            else if (!ids.add(id.scalar())) id.error("two fields have the id `" + id.scalar() + "`");
            var label = reader.required(entry, field, "label");
            var filling = filling(entry, field);
            if (filling != null) blanks.add(new Blanks.Blank(label, filling));
        }
        if (written.size() > 12) item.error("at most twelve fields");
        return blanks.isEmpty() ? null : new Blanks(blanks);
    }

    private Blanks.Filling filling(Source place, Map<String, Source> field) {
        int ways = 0;
        for (var way : List.of("accept", "number", "options")) if (field.containsKey(way)) ways++;
        if (ways != 1) {
            place.error("a field has one of `accept`, `number`, `options`");
            return null;
        }
        if (field.containsKey("match") && !field.containsKey("accept")) field.get("match").error("`match` goes with `accept`");
        if (field.containsKey("ordered") && !field.containsKey("options")) field.get("ordered").error("`ordered` goes with `options`");
        if (field.containsKey("accept")) {
            var text = typedText(place, field);
            return text == null ? null : new Blanks.Words(text);
        }
        if (field.containsKey("number")) {
            var number = field.get("number");
            var key = numberKey(number, FieldReader.known(number, "`number`", "accept", "tolerance", "unit"));
            return key == null ? null : new Blanks.Figure(key);
        }
        var options = options(place, field, "options");
        long right = options.stream().filter(Task.Option::right).count();
        if (right != 1) field.get("options").error("exactly one option is `right`, here " + right);
        if (options.size() < 2 || options.size() > 12) field.get("options").error("two to twelve options, here " + options.size());
        return right == 1 ? new Blanks.OneOf(new SingleChoice(options, FieldReader.flag(field, "ordered"))) : null;
    }

    private Sequence sequence(Source item, Map<String, Source> fields) {
        var things = FieldReader.list(item, fields, "order").stream().map(reader::text).toList();
        if (fields.containsKey("order") && (things.size() < 3 || things.size() > 10)) {
            fields.get("order").error("three to ten things to put in order, here " + things.size());
        }
        return things.size() < 2 ? null : new Sequence(things);
    }

    /** Rights written alike are one right, shown once. */
    private Pairing pairing(Source item, Map<String, Source> fields) {
        var lefts = new ArrayList<String>();
        var rights = new ArrayList<String>();
        var partners = new ArrayList<Integer>();
        var partnerSources = new ArrayList<Object>();
        for (var entry : FieldReader.list(item, fields, "pairs")) {
            var pair = FieldReader.known(entry, "a pair", "left", "right");
            if (!pair.containsKey("left") || !pair.containsKey("right")) {
                entry.error("a pair is {left: …, right: …}");
                continue;
            }
            lefts.add(reader.text(pair.get("left")));
            var source = pair.get("right").value();
            int same = partnerSources.indexOf(source);
            var right = reader.text(pair.get("right"));
            if (same < 0) {
                same = rights.size();
                rights.add(right);
                partnerSources.add(source);
            }
            partners.add(same);
        }
        if (fields.containsKey("extra")) for (var extra : fields.get("extra").list()) rights.add(reader.text(extra));
        if (fields.containsKey("extra") && !fields.get("extra").isList()) fields.get("extra").error("`extra` is a list");
        if (fields.containsKey("pairs") && (lefts.size() < 2 || lefts.size() > 10)) fields.get("pairs").error("two to ten pairs, here " + lefts.size());
        if (rights.size() == 1) fields.get("pairs").error("everything goes with the same right");
        return lefts.isEmpty() ? null : new Pairing(lefts, rights, partners);
    }
}
