package pix.bank;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Something the person looks at to answer, described by what it is rather than how it looks. Texts called {@code body}
 * and {@code text} of a message are in the small Markdown of the bank, everything else is plain. Where a part is not
 * given it is {@code ""} or an empty list, never null.
 */
public sealed interface Document {

    /** The name in the bank's files. */
    String tag();

    Document map(UnaryOperator<String> change);

    /** Rows of cells. A {@code sheet} shows column letters and row numbers, counting the header as row 1. */
    record Table(String caption, List<String> header, List<List<String>> rows, boolean sheet) implements Document {
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String tag() {
            return "table";
        }

        @Override
        public Table map(UnaryOperator<String> change) {
            var cells = rows.stream().map(row -> row.stream().map(change).toList()).toList();
            return new Table(change.apply(caption), header.stream().map(change).toList(), cells, sheet);
        }
    }

    /** A message in a mailbox. {@code to}, {@code cc} and {@code date} may be {@code ""}. */
    record Mail(String from, String to, String cc, String subject, String date, String body) implements Document {
        @Override
        public String tag() {
            return "mail";
        }

        @Override
        public Mail map(UnaryOperator<String> c) {
            return new Mail(
                    c.apply(from), c.apply(to), c.apply(cc), c.apply(subject), c.apply(date), c.apply(body));
        }
    }

    /** A web page with its address. */
    record Page(String address, String title, String body) implements Document {
        @Override
        public String tag() {
            return "page";
        }

        @Override
        public Page map(UnaryOperator<String> c) {
            return new Page(c.apply(address), c.apply(title), c.apply(body));
        }
    }

    /** A window that asks something; its buttons are shown, not pressed. */
    record Dialog(String title, String body, List<String> buttons) implements Document {
        public Dialog {
            buttons = List.copyOf(buttons);
        }

        @Override
        public String tag() {
            return "dialog";
        }

        @Override
        public Dialog map(UnaryOperator<String> c) {
            return new Dialog(c.apply(title), c.apply(body), buttons.stream().map(c).toList());
        }
    }

    /** A conversation, oldest message first. */
    record Chat(String title, List<Message> messages) implements Document {
        public record Message(String from, String text) {}

        public Chat {
            messages = List.copyOf(messages);
        }

        @Override
        public String tag() {
            return "chat";
        }

        @Override
        public Chat map(UnaryOperator<String> c) {
            return new Chat(
                    c.apply(title),
                    messages.stream().map(m -> new Message(c.apply(m.from()), c.apply(m.text()))).toList());
        }
    }

    /** Program, terminal, file tree or log, in a fixed-width face. */
    record Code(String title, String text) implements Document {
        @Override
        public String tag() {
            return "code";
        }

        @Override
        public Code map(UnaryOperator<String> c) {
            return new Code(c.apply(title), c.apply(text));
        }
    }

    /** A drawing as inline SVG, checked to be safe when the bank is built; {@code alt} lets one answer without it. */
    record Picture(String svg, String alt) implements Document {
        @Override
        public String tag() {
            return "picture";
        }

        @Override
        public Picture map(UnaryOperator<String> c) {
            return new Picture(c.apply(svg), c.apply(alt));
        }
    }
}
