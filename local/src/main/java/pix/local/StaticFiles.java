package pix.local;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The pages, from the class path: {@code /test.html} is {@code web/test.html}, and {@code /webjars/lit-html/lit-html.js}
 * the file of whatever version of that WebJar this build has. Sends the headers a page is protected by.
 */
final class StaticFiles {
    /** What a page may load and do: its own scripts, styles and pictures, and this service. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    private static final Pattern SAFE = Pattern.compile("(/[A-Za-z0-9_@-][A-Za-z0-9._@-]*)+");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private record File(byte[] bytes, String etag, String type) {}

    /** Those there are: what is not there could be asked for under any number of names. */
    private final Map<String, File> files = new ConcurrentHashMap<>();

    /** Sends the file of a GET or HEAD; false, and nothing sent, where there is none. */
    boolean answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/")) path += "index.html";
        File file = SAFE.matcher(path).matches() ? files.computeIfAbsent(path, StaticFiles::read) : null;
        if (file == null) return false;
        send(exchange, 200, file);
        return true;
    }

    /** Sends the page that says there is no such page. */
    void notFound(HttpExchange exchange) throws IOException {
        send(exchange, 404, files.computeIfAbsent("/404.html", StaticFiles::read));
    }

    private static void send(HttpExchange exchange, int status, File file) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("content-type", file.type());
        headers.set("etag", file.etag());
        headers.set("cache-control", "no-cache");
        headers.set("content-security-policy", CONTENT_SECURITY_POLICY);
        headers.set("x-content-type-options", "nosniff");
        headers.set("referrer-policy", "no-referrer");
        headers.set("cross-origin-opener-policy", "same-origin");
        headers.set("permissions-policy", "camera=(), geolocation=(), microphone=()");
        if (status == 200 && file.etag().equals(exchange.getRequestHeaders().getFirst("if-none-match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("content-length", String.valueOf(file.bytes().length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, file.bytes().length == 0 ? -1 : file.bytes().length);
            exchange.getResponseBody().write(file.bytes());
        }
    }

    /** Null where there is no such file. */
    private static File read(String path) {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null) return null;
        URL resource = StaticFiles.class.getResource(path.startsWith("/webjars/") ? webjar(path) : "/web" + path);
        if (resource == null) return null;
        try (InputStream in = resource.openStream()) {
            byte[] bytes = in.readAllBytes();
            return new File(bytes, '"' + HexFormat.of().formatHex(sha256(bytes), 0, 10) + '"', type);
        } catch (IOException e) {
            return null;
        }
    }

    /** {@code /webjars/name/file} to where a WebJar keeps it, with the version in between. */
    private static String webjar(String path) {
        String[] parts = path.split("/", 4);
        if (parts.length < 4) return path;
        Properties coordinates = new Properties();
        String pom = "/META-INF/maven/org.webjars.npm/" + parts[2] + "/pom.properties";
        try (InputStream in = StaticFiles.class.getResourceAsStream(pom)) {
            if (in != null) coordinates.load(in);
        } catch (IOException e) {
            return path;
        }
        return "/META-INF/resources/webjars/" + parts[2] + "/" + coordinates.getProperty("version") + "/" + parts[3];
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
