package pix.local;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pix.embedded.Template;

/**
 * What the template allows a function to do with the store: the statements of its policies. The laptop keeps to them as
 * the cloud does, so that whatever is tried here is tried with the permissions it will have there.
 */
record Permissions(Template.Function function) {

    /** One thing to be done to a table, or to one of its indexes where {@code index} is not null. */
    record Access(String action, String table, String index) {
        /** As the template names it, its functions read as their argument. */
        private String resource() {
            return index == null ? table + "Table.Arn" : "${" + table + "Table.Arn}/index/" + index;
        }

        @Override
        public String toString() {
            return "dynamodb:" + action + " on " + table + (index == null ? "" : "/index/" + index);
        }
    }

    boolean allow(Access access) {
        return statements().anyMatch(s -> words(s.get("Action")).contains("dynamodb:" + access.action())
                && words(s.get("Resource")).contains(access.resource()));
    }

    private Stream<Map<String, Object>> statements() {
        return Template.list(function.properties().get("Policies")).stream()
                .filter(Map.class::isInstance)
                .flatMap(policy -> Template.list(Template.map(policy).get("Statement")).stream())
                .map(Template::map);
    }

    private static List<String> words(Object oneOrMore) {
        return oneOrMore instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of(String.valueOf(oneOrMore));
    }
}
