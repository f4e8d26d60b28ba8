package pix.bank.build;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A place in a file of the bank, and what is written there: a scalar, a list or a mapping. Scalars stay the text they
 * were written as ({@code no} is "no", {@code 1.10} is "1.10").
 */
final class Source {
    private static final int MAX_CHARACTERS = 20_000_000;
    private static final int MAX_DEPTH = 30;
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+");

    private final String file;
    private final Node node;
    private final Problems problems;

    private Source(String file, Node node, Problems problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
    }

    /** The whole of a file; empty, with the problem told, where it is not YAML. */
    static Optional<Source> parse(String file, String text, Problems problems) {
        var options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_DEPTH);
        try {
            var node = new Yaml(options).compose(new StringReader(text));
            if (node == null) {
                problems.add(new Problem(file, 1, true, "the file is empty"));
                return Optional.empty();
            }
            if (containsItself(node, Collections.newSetFromMap(new IdentityHashMap<>()))) {
                problems.add(new Problem(file, 1, true, "an alias (*name) stands inside what it names"));
                return Optional.empty();
            }
            return Optional.of(new Source(file, node, problems));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
            var message = "not valid YAML: " + (e.getProblem() != null ? e.getProblem() : e.getContext());
            problems.add(new Problem(file, mark == null ? 1 : mark.getLine() + 1, true, message));
        } catch (ReaderException e) {
            int end = Math.min(Math.max(e.getPosition(), 0), text.length());
            int line = 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
            problems.add(new Problem(file, line, true, "a character that YAML does not allow"));
        } catch (YAMLException e) {
            problems.add(new Problem(file, 1, true, "not valid YAML: " + e.getMessage().lines().findFirst().orElse("")));
        }
        return Optional.empty();
    }

    private static boolean containsItself(Node node, Set<Node> path) {
        if (!path.add(node)) return true;
        boolean found = switch (node) {
            case SequenceNode list -> list.getValue().stream().anyMatch(child -> containsItself(child, path));
            case MappingNode map -> map.getValue().stream()
                    .anyMatch(entry -> containsItself(entry.getKeyNode(), path)
                            || containsItself(entry.getValueNode(), path));
            default -> false;
        };
        path.remove(node);
        return found;
    }

    String file() {
        return file;
    }

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    Problems problems() {
        return problems;
    }

    /** The same place, telling its problems to others. */
    Source telling(Problems others) {
        return new Source(file, node, others);
    }

    void error(String message) {
        problems.add(new Problem(file, line(), true, message));
    }

    void warn(String message) {
        problems.add(new Problem(file, line(), false, message));
    }

    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** Without quotation marks and not a block: where YAML would see a number or a truth value. */
    boolean isPlain() {
        return node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    }

    boolean isDecimal() {
        return isPlain() && DECIMAL.matcher(scalar()).matches();
    }

    /** As written; "" where it is not a scalar. */
    String scalar() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    List<Source> list() {
        if (!(node instanceof SequenceNode sequence)) return List.of();
        return sequence.getValue().stream().map(this::at).toList();
    }

    /** By key, in the order written. A key that is not a scalar or comes twice is an error. */
    Map<String, Source> mapping() {
        var entries = new LinkedHashMap<String, Source>();
        if (!(node instanceof MappingNode mapping)) return entries;
        for (var entry : mapping.getValue()) {
            var key = at(entry.getKeyNode());
            if (!key.isScalar()) key.error("a key must be a word");
            else if (entries.putIfAbsent(key.scalar(), at(entry.getValueNode())) != null) {
                key.error("`" + key.scalar() + "` is written twice");
            }
        }
        return entries;
    }

    /** For expressions: numbers and truth values where written plainly, strings, lists, and maps for records. */
    Object value() {
        if (isList()) {
            var values = new ArrayList<>();
            for (var element : list()) values.add(element.value());
            return Collections.unmodifiableList(values);
        }
        if (isMapping()) {
            var values = new LinkedHashMap<String, Object>();
            mapping().forEach((key, element) -> values.put(key, element.value()));
            return Collections.unmodifiableMap(values);
        }
        var text = scalar();
        if (!isPlain()) return text;
        if (WHOLE.matcher(text).matches()) {
            long whole = Long.parseLong(text);
            if (whole == (int) whole) return (int) whole;
            return whole;
        }
        if (DECIMAL.matcher(text).matches()) return Double.valueOf(text);
        if (text.equals("true") || text.equals("false")) return Boolean.valueOf(text);
        return text;
    }

    private Source at(Node child) {
        return new Source(file, child, problems);
    }
}
