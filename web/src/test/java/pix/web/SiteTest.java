package pix.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be told of the site without a browser: its texts, its links, and that nothing breaks its security policy. */
class SiteTest {
    private static final Path SITE = Path.of("site");
    /** By where they are served, their versions. */
    private static final Map<String, String> WEBJARS = Map.of("/webjars/lit-html/", "3.3.2", "/webjars/qr-creator/", "1.0.0");

    private final Map<String, JsonNode> french = texts("fr");
    private final Map<String, JsonNode> english = texts("en");

    @Test
    void both_languages_have_the_same_keys() {
        assertEquals(french.keySet(), english.keySet());
    }

    @Test
    void both_languages_put_in_the_same_values() {
        assertAll(french.keySet().stream().map(key -> () ->
                assertEquals(placeholders(french.get(key)), placeholders(english.get(key)), key)));
    }

    @Test
    void no_text_is_empty_and_every_plural_has_its_two_forms() {
        assertAll(Stream.of(french, english).flatMap(language -> language.entrySet().stream()).map(text -> () -> {
            JsonNode value = text.getValue();
            if (value.isObject()) {
                assertTrue(value.path("one").asText().length() > 0 && value.path("other").asText().length() > 0, text.getKey());
            } else {
                assertTrue(!value.asText().isBlank(), text.getKey());
            }
        }));
    }

    @Test
    void every_text_asked_for_exists() throws IOException {
        var missing = new TreeSet<String>();
        for (String source : sources(".js").values()) {
            find("\\bt\\(\\s*'([^']+)'", source).stream().filter(key -> !french.containsKey(key)).forEach(missing::add);
        }

        assertEquals(List.of(), List.copyOf(missing));
    }

    @Test
    void every_text_is_asked_for() throws IOException {
        String sources = String.join("\n", sources(".js").values());
        List<String> starts = find("`([a-zA-Z]+(?:\\.[a-zA-Z]+)*(?:\\.[a-zA-Z]*)?)\\$\\{", sources).stream()
                .filter(start -> start.contains("."))
                .toList();

        List<String> unused = french.keySet().stream()
                .filter(key -> !sources.contains("'" + key + "'"))
                .filter(key -> starts.stream().noneMatch(key::startsWith))
                .toList();

        assertEquals(List.of(), unused);
    }

    @Test
    void everything_that_is_linked_or_imported_is_there() throws IOException {
        var broken = new ArrayList<String>();
        sources(".html").forEach((file, source) ->
                find("(?:href|src)=\"(/[^\"#?]*)", source).stream().filter(link -> !served(link)).forEach(link -> broken.add(file + ": " + link)));
        sources(".js").forEach((file, source) -> {
            find("(?:from|import) '([^']+)'", source).stream()
                    .map(link -> link.startsWith("/") ? link : "/" + SITE.relativize(file.resolveSibling(link).normalize()))
                    .filter(link -> !served(link))
                    .forEach(link -> broken.add(file + ": " + link));
            find("href=\"(/[a-z0-9-]*(?:\\.html)?)[\"?$]", source).stream().filter(link -> !served(link)).forEach(link -> broken.add(file + ": " + link));
        });
        sources(".css").forEach((file, source) ->
                find("url\\(([^)]+)\\)", source).stream().filter(link -> !served(link)).forEach(link -> broken.add(file + ": " + link)));

        assertEquals(List.of(), broken);
    }

    /** The server sends default-src 'none' with script, style, images, fonts and calls from this site alone. */
    @Test
    void nothing_needs_a_weaker_security_policy() throws IOException {
        var offences = new ArrayList<String>();
        var forbidden = Pattern.compile("<style|\\sstyle=|\\son[a-z]+=\"|<script>|javascript:|innerHTML|outerHTML|insertAdjacentHTML|"
                + "unsafeHTML|unsafeSVG|document\\.write|\\beval\\(|new Function");
        var address = Pattern.compile("https?://(?!www\\.w3\\.org/)[^\\s\"')]+");
        for (String kind : List.of(".html", ".js", ".css", ".svg")) {
            sources(kind).forEach((file, source) -> {
                forbidden.matcher(source).results().forEach(hit -> offences.add(file + ": " + hit.group()));
                address.matcher(source).results().forEach(hit -> offences.add(file + ": " + hit.group()));
            });
        }

        assertEquals(List.of(), offences);
    }

    @Test
    void every_page_has_the_same_head() throws IOException {
        assertAll(sources(".html").entrySet().stream().map(page -> () -> {
            String html = page.getValue();
            String name = page.getKey().toString();
            assertTrue(html.contains("<html lang=\"fr\">"), name);
            assertTrue(html.contains("name=\"viewport\" content=\"width=device-width, initial-scale=1\""), name);
            assertTrue(html.contains("<script src=\"/start.js\"></script>"), name);
            assertTrue(html.contains("/css/base.css") && html.contains("/css/components.css"), name);
            assertEquals(1, find("<script type=\"module\" src=\"(/pages/[a-z-]+\\.js)\">", html).size(), name);
            assertTrue(html.contains("<noscript>"), name);
        }));
    }

    private static boolean served(String link) {
        Optional<String> webjar = WEBJARS.keySet().stream().filter(link::startsWith).findFirst();
        if (webjar.isPresent()) {
            String file = "META-INF/resources" + webjar.get() + WEBJARS.get(webjar.get()) + "/" + link.substring(webjar.get().length());
            return SiteTest.class.getClassLoader().getResource(file) != null;
        }
        return Files.isRegularFile(SITE.resolve(link.equals("/") ? "index.html" : link.substring(1)));
    }

    private static Map<Path, String> sources(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(SITE)) {
            var read = new TreeMap<Path, String>();
            for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                read.put(file, Files.readString(file));
            }
            return read;
        }
    }

    /** The language files are modules whose only export is a JSON object. */
    private static Map<String, JsonNode> texts(String language) {
        try {
            String module = Files.readString(SITE.resolve("i18n").resolve(language + ".js"));
            String json = module.replaceFirst("^export default ", "").replaceFirst(";\\s*$", "");
            var texts = new TreeMap<String, JsonNode>();
            new ObjectMapper().readTree(json).properties().forEach(text -> texts.put(text.getKey(), text.getValue()));
            return texts;
        } catch (IOException e) {
            throw new AssertionError(language + ".js is not a JSON object", e);
        }
    }

    private static String placeholders(JsonNode text) {
        return find("(\\{\\w+})", text.isObject() ? text.path("other").asText() : text.asText()).stream()
                .sorted()
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static List<String> find(String pattern, String source) {
        return Pattern.compile(pattern).matcher(source).results().map(hit -> hit.group(1)).toList();
    }
}
