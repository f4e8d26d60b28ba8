package pix.bank.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pix.Language;
import pix.bank.Bank;
import pix.bank.Blanks;
import pix.bank.Item;
import pix.bank.Kind;
import pix.bank.Need;
import pix.bank.NumberKey;
import pix.bank.Pairing;
import pix.bank.Sequence;
import pix.bank.SeveralChoices;
import pix.bank.SingleChoice;
import pix.bank.Task;
import pix.bank.TypedNumber;
import pix.bank.TypedText;
import pix.bank.Wording;
import pix.bank.pack.PackedBank;
import pix.framework.Competence;

/**
 * The whole bank on one page for those who review it, keys included: never to be published. Arguments as of
 * {@link BuildBank}, which must have packed the bank; writes {@code bank-review.html} into the folder built into.
 */
final class ReviewPage {
    private static final int VARIANTS_SHOWN = 4;

    private ReviewPage() {}

    public static void main(String[] arguments) throws IOException {
        var content = Path.of(arguments[0]);
        var target = Path.of(arguments[1]);
        var bank = PackedBank.read(Files.readAllBytes(target.resolve("classes/pix/bank/bank.pack")));
        var page = target.resolve("bank-review.html");
        Files.writeString(page, render(bank, notes(BuildBank.filesOf(content))));
        System.out.println("The bank for reviewers: " + page.toAbsolutePath().normalize().toUri());
    }

    /** What authors wrote for reviewers, by the id of the item. */
    private static Map<String, Map<String, Source>> notes(List<Path> files) throws IOException {
        var notes = new HashMap<String, Map<String, Source>>();
        for (var file : files) {
            var source = Source.parse(file.toString(), Files.readString(file), new Problems());
            source.map(s -> s.mapping().get("items")).ifPresent(items -> {
                for (var item : items.list()) {
                    var fields = item.mapping();
                    if (fields.containsKey("id")) notes.put(fields.get("id").scalar(), fields);
                }
            });
        }
        return notes;
    }

    static String render(Bank bank, Map<String, Map<String, Source>> notes) {
        var html = new StringBuilder(HEAD);
        html.append("<header><h1>pix: item bank ").append(bank.version()).append("</h1><p id=count></p><form>")
                .append(filter("competence", List.of(Competence.values()).stream().map(Competence::code).toList()))
                .append(filter("level", List.of("1", "2", "3", "4", "5", "6", "7", "8")))
                .append(filter("kind", List.of(Kind.values()).stream().map(Kind::tag).toList()))
                .append(filter("language", List.of("fr", "en")))
                .append("<label>text <input name=text type=search></label></form></header><main>");
        for (var item : bank.items()) item(html, item, notes.getOrDefault(item.name(), Map.of()));
        for (var item : bank.retired()) item(html, item, notes.getOrDefault(item.name(), Map.of()));
        return html.append("</main>").append(SCRIPT).toString();
    }

    private static String filter(String name, List<String> values) {
        return "<label>" + name + " <select name=" + name + "><option value=''>all"
                + values.stream().map(v -> "<option>" + v).collect(Collectors.joining()) + "</select></label> ";
    }

    private static void item(StringBuilder html, Item item, Map<String, Source> notes) {
        html.append("<article id=\"").append(item.name()).append("\" data-competence=").append(item.competence().code())
                .append(" data-level=").append(item.level()).append(" data-kind=").append(item.kind().tag()).append(">");
        html.append("<h2>").append(item.name()).append("</h2><p class=facts>")
                .append(item.competence().code()).append(" · level ").append(item.level())
                .append(" · ").append(item.kind().tag()).append(" · ").append(item.id())
                .append(item.variants() > 1 ? " · " + item.variants() + " variants" : "")
                .append(item.partial() ? " · partial credit" : "")
                .append(item.retired() ? " · retired" : "")
                .append(item.timeLimitSeconds().isPresent() ? " · " + item.timeLimitSeconds().getAsInt() + " s" : "")
                .append(item.unsuitable().isEmpty() ? "" : " · unsuitable: " + item.unsuitable().stream().map(Need::tag).collect(Collectors.joining(", ")))
                .append(item.enemies().isEmpty() ? "" : " · enemies: " + String.join(", ", item.enemies()))
                .append("</p>");
        for (var key : List.of("why", "accessibility", "reviewBy")) {
            if (notes.containsKey(key)) html.append("<p class=note>").append(key).append(": ").append(Html.escape(notes.get(key).scalar())).append("</p>");
        }
        int shown = Math.min(item.variants(), VARIANTS_SHOWN);
        for (int i = 0; i < shown; i++) {
            int variant = i * item.variants() / shown;
            if (i == 1) html.append("<details><summary>").append(shown - 1).append(" more variants</summary>");
            html.append("<div class=languages>");
            for (var language : Language.values()) {
                html.append("<section lang=").append(language.tag()).append(">");
                wording(html, item.variant(variant, language), language);
                html.append("</section>");
            }
            html.append("</div>");
        }
        html.append(shown > 1 ? "</details>" : "").append("</article>\n");
    }

    private static void wording(StringBuilder html, Wording wording, Language language) {
        html.append(Html.prose(wording.text()));
        for (var document : wording.documents()) html.append(Html.document(document));
        for (var file : wording.attachments()) {
            html.append("<figure class=code><b>").append(Html.escape(file.name())).append("</b><pre>").append(Html.escape(file.content())).append("</pre></figure>");
        }
        html.append("<div class=key>").append(task(wording.task(), language)).append("</div><div class=after>")
                .append(Html.prose(wording.explanation())).append(Html.prose(wording.tip())).append("</div>");
    }

    private static String task(Task task, Language language) {
        return switch (task) {
            case SingleChoice choice -> options(choice.options());
            case SeveralChoices choices -> options(choices.options());
            case TypedText text -> typed(text);
            case TypedNumber number -> number(number.key(), language);
            case Sequence order -> "<ol>" + order.things().stream().map(t -> "<li>" + Html.inline(t)).collect(Collectors.joining()) + "</ol>";
            case Pairing pairs -> Html.prose(pairs.solution(language))
                    + pairs.rights().stream()
                            .filter(right -> !pairs.partners().contains(pairs.rights().indexOf(right)))
                            .map(right -> "<p>✗ " + Html.inline(right) + "</p>")
                            .collect(Collectors.joining());
            case Blanks blanks -> blanks.blanks().stream()
                    .map(blank -> "<p>" + Html.inline(blank.label()) + "</p>" + switch (blank.filling()) {
                        case Blanks.Words words -> typed(words.text());
                        case Blanks.Figure figure -> number(figure.key(), language);
                        case Blanks.OneOf one -> options(one.choice().options());
                    })
                    .collect(Collectors.joining());
        };
    }

    private static String options(List<Task.Option> options) {
        return "<ul class=options>" + options.stream()
                .map(o -> "<li>" + (o.right() ? "✓ <b>" + Html.inline(o.text()) + "</b>" : "✗ " + Html.inline(o.text())))
                .collect(Collectors.joining()) + "</ul>";
    }

    private static String typed(TypedText text) {
        return "<p>✓ " + text.accepted().stream().map(a -> "<code>" + Html.escape(a) + "</code>").collect(Collectors.joining(" "))
                + " <small>" + text.match().tag() + "</small></p>";
    }

    private static String number(NumberKey key, Language language) {
        return "<p>✓ <b>" + Html.escape(key.written(language)) + "</b> <small>±" + Html.escape(key.tolerance()) + " "
                + Html.escape(String.join(", ", key.units())) + "</small></p>";
    }

    private static final String HEAD = """
            <!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content="width=device-width">
            <title>pix: item bank for reviewers</title><style>
            body{font:15px/1.45 system-ui,sans-serif;margin:0;color:#111;background:#f4f4f6}
            header{position:sticky;top:0;background:#fff;padding:.5rem 1rem;border-bottom:1px solid #bbb;z-index:1}
            h1{font-size:1.1rem;margin:0;display:inline}#count{display:inline;margin-left:1rem}
            article{background:#fff;margin:1rem;padding:.7rem 1rem;border:1px solid #ccc;border-radius:6px}
            h2{font-size:1rem;margin:0}.facts,.note{margin:.1rem 0;color:#555;font-size:.85rem}
            .languages{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem;border-top:1px solid #eee;margin-top:.5rem}
            .one .languages{grid-template-columns:1fr}section{min-width:0;overflow-wrap:anywhere}
            figure{border:1px solid #999;border-radius:4px;padding:.5rem;margin:.5rem 0;overflow:auto}
            pre{margin:.2rem 0;white-space:pre-wrap}svg{max-width:100%;max-height:320px}
            table{border-collapse:collapse;margin:.5rem 0}td,th{border:1px solid #999;padding:.1rem .4rem;text-align:left}
            .key{background:#eef7ee;padding:.1rem .6rem;border-left:4px solid #2a7}.after{color:#444;font-size:.9rem}
            .options{list-style:none;padding:0}.button{border:1px solid #555;border-radius:4px;padding:.1rem .5rem}
            [hidden]{display:none!important}</style>
            """;

    private static final String SCRIPT = """
            <script>
            const form = document.querySelector('form'), articles = [...document.querySelectorAll('article')]
            function apply() {
              const f = Object.fromEntries(new FormData(form)), words = f.text.toLowerCase()
              let shown = 0
              for (const a of articles) {
                a.hidden = ['competence', 'level', 'kind'].some(k => f[k] && a.dataset[k] !== f[k])
                  || words && !(a.id + ' ' + a.textContent.toLowerCase()).includes(words)
                if (!a.hidden) shown++
              }
              for (const s of document.querySelectorAll('section')) s.hidden = f.language && s.lang !== f.language
              document.body.classList.toggle('one', !!f.language)
              document.getElementById('count').textContent = shown + ' of ' + articles.length + ' items'
            }
            form.addEventListener('input', apply)
            form.addEventListener('submit', e => e.preventDefault())
            apply()
            </script>
            """;
}
