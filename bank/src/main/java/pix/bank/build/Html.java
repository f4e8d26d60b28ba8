package pix.bank.build;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pix.bank.Document;

/** Texts and documents of the bank as HTML, for reviewers. */
final class Html {
    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /** The small Markdown: paragraphs, lists, strong, code. */
    static String prose(String text) {
        var html = new StringBuilder();
        for (var block : text.strip().split("\\n\\s*\\n")) {
            var paragraph = new ArrayList<String>();
            var list = new ArrayList<String>();
            for (var line : block.lines().toList()) {
                if (line.startsWith("- ")) list.add("<li>" + inline(line.substring(2)));
                else if (list.isEmpty()) paragraph.add(inline(line));
                else list.add(inline(line));
            }
            if (!paragraph.isEmpty()) html.append("<p>").append(String.join("\n", paragraph)).append("</p>");
            if (!list.isEmpty()) html.append("<ul>").append(String.join("\n", list)).append("</ul>");
        }
        return html.toString();
    }

    static String inline(String text) {
        var html = new StringBuilder();
        var parts = text.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean code = i % 2 == 1 && i < parts.length - 1;
            var part = escape(parts[i]);
            if (code) html.append("<code>").append(part).append("</code>");
            else html.append(i % 2 == 1 ? "`" : "").append(part.replaceAll("\\*\\*(.+?)\\*\\*", "<strong>$1</strong>"));
        }
        return html.toString();
    }

    static String document(Document document) {
        return switch (document) {
            case Document.Table table -> table(table);
            case Document.Mail mail -> framed("mail", List.of("<b>" + escape(mail.from()) + "</b> → " + escape(mail.to())
                            + (mail.cc().isEmpty() ? "" : " (cc " + escape(mail.cc()) + ")"),
                    escape(mail.date()), "<b>" + escape(mail.subject()) + "</b>", prose(mail.body())));
            case Document.Page page -> framed("page", List.of("<code>" + escape(page.address()) + "</code>",
                    "<b>" + escape(page.title()) + "</b>", prose(page.body())));
            case Document.Dialog dialog -> framed("dialog", List.of("<b>" + escape(dialog.title()) + "</b>", prose(dialog.body()),
                    dialog.buttons().stream().map(b -> "<span class=button>" + escape(b) + "</span>").collect(Collectors.joining(" "))));
            case Document.Chat chat -> framed("chat", List.of("<b>" + escape(chat.title()) + "</b>",
                    chat.messages().stream()
                            .map(m -> "<div><b>" + escape(m.from()) + "</b> " + prose(m.text()) + "</div>")
                            .collect(Collectors.joining())));
            case Document.Code code -> framed("code", List.of("<b>" + escape(code.title()) + "</b>", "<pre>" + escape(code.text()) + "</pre>"));
            case Document.Picture picture -> framed("picture", List.of(picture.svg(), "<small>" + escape(picture.alt()) + "</small>"));
        };
    }

    private static String framed(String kind, List<String> parts) {
        return "<figure class=" + kind + ">" + String.join("<br>", parts.stream().filter(p -> !p.isBlank()).toList()) + "</figure>";
    }

    private static String table(Document.Table table) {
        var html = new StringBuilder("<table><caption>").append(escape(table.caption())).append("</caption>");
        int width = table.header().isEmpty() ? table.rows().getFirst().size() : table.header().size();
        int number = 1;
        if (table.sheet()) {
            html.append("<tr><th>");
            for (int i = 0; i < width; i++) html.append("<th>").append(columnName(i));
        }
        if (!table.header().isEmpty()) {
            html.append("<tr>").append(table.sheet() ? "<th>" + number++ : "");
            for (var cell : table.header()) html.append("<th>").append(inline(cell));
        }
        for (var row : table.rows()) {
            html.append("<tr>").append(table.sheet() ? "<th>" + number++ : "");
            for (var cell : row) html.append("<td>").append(inline(cell));
        }
        return html.append("</table>").toString();
    }

    static String columnName(int column) {
        var letter = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? letter : columnName(column / 26 - 1) + letter;
    }
}
