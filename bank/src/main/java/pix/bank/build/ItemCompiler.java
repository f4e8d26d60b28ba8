package pix.bank.build;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import pix.Language;
import pix.bank.Item;
import pix.bank.Kind;
import pix.bank.Need;
import pix.bank.Variants;
import pix.bank.Wording;
import pix.framework.Competence;

/** From one item as written to one that can be asked; empty where something is to be mended. */
final class ItemCompiler {
    /** Candidates drawn and checked of each template. */
    static final int CANDIDATES = 1_000;

    /** Different variants kept of each template: what is left out was checked all the same. */
    static final int PACKED = 80;

    private static final int ENOUGH = 60;
    private static final int TOO_FEW = 10;
    private static final int ONE_LINE = 300;

    private static final Set<String> COMMON = Set.of(
            "id", "level", "why", "kind", "text", "documents", "attachments", "explanation", "tip", "accessibility",
            "unsuitable", "seconds", "partial", "enemies", "reviewBy", "retired", "vary", "where");

    private final Competence competence;
    private final Source item;
    private final Problems problems;
    private final Map<String, Source> fields;

    private ItemCompiler(Competence competence, Source item, Problems problems) {
        this.competence = competence;
        this.item = item;
        this.problems = problems;
        this.fields = item.mapping();
    }

    static Optional<Compiled> compile(Competence competence, Source item, Problems problems) {
        if (!item.isMapping()) {
            item.error("an item is written as `key: value` lines");
            return Optional.empty();
        }
        return new ItemCompiler(competence, item, problems).compile();
    }

    private Optional<Compiled> compile() {
        var kind = kind();
        var vary = fields.containsKey("vary") ? Vary.read(fields.get("vary"), fields.get("where")) : null;
        if (vary == null && fields.containsKey("where")) fields.get("where").error("`where` goes with `vary`");
        var name = name();
        int level = level();
        var time = seconds();
        boolean partial = partial(kind);
        var needs = needs();
        var enemies = enemies(name);
        notes();
        if (kind == null) return Optional.empty();

        FieldReader.unknown(fields, keysOf(kind), "an item of the kind " + kind.tag());
        var placeholders = vary == null ? null : new Placeholders(vary.names());
        var fr = new ItemReader(Language.FR, placeholders).wording(kind, item, fields);
        var en = new ItemReader(Language.EN, placeholders).wording(kind, item, fields);
        if (placeholders != null && placeholders.areTooMany()) item.error("too many placeholders");
        if (vary != null) vary.warnOfUnused(placeholders.names());
        if (problems.hasErrors() || fr == null || en == null) return Optional.empty();

        var header = new Item.Header(
                name, competence, level, kind, time, partial, needs, enemies, fields.containsKey("retired"),
                fr.task().guessing());
        var drawn = vary == null ? Variants.NONE : draw(vary, placeholders, name, fr, en);
        if (drawn == null) return Optional.empty();
        var compiled = new Compiled(item, fields, header, fr, en, drawn);
        if (vary == null) check(fr, en, Variants.NONE, 0, Map.of());
        if (problems.hasErrors()) return Optional.empty();
        lookAgain(compiled);
        return problems.hasErrors() ? Optional.empty() : Optional.of(compiled);
    }

    /** Draws the candidates, checks each, and keeps the first different ones; null where that is not possible. */
    private Variants draw(Vary vary, Placeholders placeholders, String name, Wording fr, Wording en) {
        var candidates = vary.draw(CANDIDATES, name);
        var frRows = new ArrayList<List<String>>();
        var enRows = new ArrayList<List<String>>();
        var told = new ArrayList<Map<String, Object>>();
        var seen = new HashSet<List<String>>();
        for (var values : candidates) {
            try {
                var frRow = placeholders.row(values, Language.FR);
                var enRow = placeholders.row(values, Language.EN);
                var both = new ArrayList<>(frRow);
                both.addAll(enRow);
                if (!seen.add(both)) continue;
                frRows.add(frRow);
                enRows.add(enRow);
                told.add(values);
            } catch (Expressions.Failure e) {
                item.error(e.getMessage() + " (where " + Vary.describe(values) + ")");
                return null;
            }
        }
        if (frRows.isEmpty()) return null;
        var all = new Variants(frRows, enRows);
        var shown = shownColumns(fr, en);
        var different = new HashSet<List<String>>();
        var kept = new ArrayList<Integer>();
        for (int i = 0; i < frRows.size(); i++) {
            if (!check(fr, en, all, i, told.get(i))) return null;
            var asked = new ArrayList<String>();
            for (int column : shown) {
                asked.add(frRows.get(i).get(column));
                asked.add(enRows.get(i).get(column));
            }
            if (different.add(asked) && kept.size() < PACKED) kept.add(i);
        }
        if (different.size() < TOO_FEW) {
            item.error("only " + different.size() + " different variants in " + CANDIDATES + " draws, at least " + TOO_FEW);
        } else if (different.size() < ENOUGH) {
            item.warn("only " + different.size() + " different variants in " + CANDIDATES + " draws, should be " + ENOUGH);
        }
        return new Variants(kept.stream().map(frRows::get).toList(), kept.stream().map(enRows::get).toList());
    }

    /** The placeholders a person sees before answering: two variants that differ elsewhere only are the same question. */
    private static Set<Integer> shownColumns(Wording... wordings) {
        var columns = new TreeSet<Integer>();
        for (var wording : wordings) {
            var asked = new Wording(wording.text(), wording.task(), wording.documents(), wording.attachments(), "", "");
            asked.map(text -> {
                text.chars().filter(Variants::isPlaceholder).forEach(c -> columns.add(c - Variants.placeholder(0)));
                return text;
            });
        }
        return columns;
    }

    /** Whether the variant is sound in both languages. */
    private boolean check(Wording fr, Wording en, Variants variants, int variant, Map<String, Object> values) {
        var told = new HashSet<ItemChecks.Fault>();
        for (var language : Language.values()) {
            var wording = language == Language.FR ? fr : en;
            for (var fault : ItemChecks.faults(wording, variants.filler(variant, language), language)) {
                if (told.add(fault)) {
                    var where = values.isEmpty() ? "" : " (" + language.tag() + ", where " + Vary.describe(values) + ")";
                    place(fault).error(fault.message() + where);
                }
            }
        }
        return told.isEmpty();
    }

    private Source place(ItemChecks.Fault fault) {
        var place = fields.getOrDefault(fault.key(), item);
        var entries = place.list();
        return fault.index() >= 0 && fault.index() < entries.size() ? entries.get(fault.index()) : place;
    }

    /** What is not wrong but rarely meant. */
    private void lookAgain(Compiled compiled) {
        var item = compiled.item();
        for (var language : Language.values()) {
            var wording = item.variant(0, language);
            for (var text : ItemChecks.nearlyAlike(wording)) {
                this.item.warn("two texts differ only in case, accents or spacing: " + text);
            }
            for (var key : List.of("text", "explanation", "tip")) {
                Prose.doubts(switch (key) {
                    case "text" -> wording.text();
                    case "tip" -> wording.tip();
                    default -> wording.explanation();
                }).forEach(doubt -> fields.get(key).warn(doubt));
            }
            for (long seed = 0; seed < 3; seed++) {
                if (!ItemChecks.isSolvable(item, seed, language)) this.item.error("the right answer would be marked wrong");
            }
        }
        for (var key : List.of("text", "explanation", "tip")) {
            if (!fields.get(key).isMapping()) fields.get(key).warn("the same text in both languages");
        }
        Giveaways.ofForm(item).ifPresent(this.item::warn);
    }

    private Kind kind() {
        var kind = fields.get("kind");
        if (kind == null) {
            item.error("`kind` is missing");
            return null;
        }
        var found = Kind.ofTag(kind.scalar());
        if (found.isEmpty()) kind.error("`kind` is one of choice, choices, text, number, fields, order, match");
        return found.orElse(null);
    }

    private static Set<String> keysOf(Kind kind) {
        var keys = new TreeSet<>(COMMON);
        keys.addAll(switch (kind) {
            case CHOICE, CHOICES -> List.of("choices", "ordered");
            case TEXT -> List.of("accept", "match");
            case NUMBER -> List.of("accept", "tolerance", "unit");
            case FIELDS -> List.of("fields");
            case ORDER -> List.of("order");
            case MATCH -> List.of("pairs", "extra");
        });
        return keys;
    }

    private String name() {
        var id = fields.get("id");
        if (id == null) item.error("`id` is missing");
        else if (!id.scalar().matches("[a-z0-9-]{3,40}")) id.error("an `id` is 3 to 40 small letters, digits and hyphens");
        return id == null ? "" : id.scalar();
    }

    private int level() {
        var level = fields.get("level");
        if (level != null && level.value() instanceof Integer n && n >= 1 && n <= 8) return n;
        (level == null ? item : level).error("`level` is a number from 1 to 8");
        return 1;
    }

    private OptionalInt seconds() {
        var seconds = fields.get("seconds");
        if (seconds == null) return OptionalInt.empty();
        if (seconds.value() instanceof Integer n && n >= 10 && n <= 900) return OptionalInt.of(n);
        seconds.error("`seconds` is a number from 10 to 900");
        return OptionalInt.empty();
    }

    private boolean partial(Kind kind) {
        var partial = fields.get("partial");
        if (partial == null) return false;
        if (!(partial.value() instanceof Boolean)) partial.error("`partial` is true or false");
        if (kind == Kind.CHOICE || kind == Kind.TEXT || kind == Kind.NUMBER) {
            partial.error("`partial` is for choices, fields, order and match");
        }
        return Boolean.TRUE.equals(partial.value());
    }

    private Set<Need> needs() {
        var needs = EnumSet.noneOf(Need.class);
        var unsuitable = fields.get("unsuitable");
        if (unsuitable == null) return needs;
        if (!unsuitable.isList()) unsuitable.error("`unsuitable` is a list of sight, colour, hearing, motor");
        for (var entry : unsuitable.list()) {
            Need.ofTag(entry.scalar()).ifPresentOrElse(needs::add, () -> entry.error("a need is sight, colour, hearing or motor"));
        }
        return needs;
    }

    private Set<String> enemies(String name) {
        var enemies = new TreeSet<String>();
        var written = fields.get("enemies");
        if (written == null) return enemies;
        if (!written.isList()) written.error("`enemies` is a list of ids");
        for (var entry : written.list()) {
            if (entry.scalar().equals(name)) entry.error("an item is not its own enemy");
            enemies.add(entry.scalar());
        }
        return enemies;
    }

    private void notes() {
        for (var key : List.of("why", "accessibility")) {
            var note = fields.get(key);
            if (note == null) item.error("`" + key + "` is missing");
            else if (!note.isScalar() || note.scalar().isBlank()) note.error("`" + key + "` is one line of text");
            else if (note.scalar().length() > ONE_LINE) note.warn("`" + key + "` should be one line");
        }
        for (var key : List.of("reviewBy", "retired")) {
            if (!fields.containsKey(key)) continue;
            try {
                LocalDate.parse(fields.get(key).scalar());
            } catch (DateTimeException e) {
                fields.get(key).error("`" + key + "` is a date such as 2027-09-01");
            }
        }
    }
}
