package pix.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executors;
import pix.embedded.FolderObjects;
import pix.embedded.Template;
import pix.http.ProblemType;

/**
 * The HTTP server of the laptop: the API through the {@link Gateway}, the pages, {@code GET /health}, and
 * {@code POST /local/schedules/{function}}, which starts a scheduled function now, and {@code /local/objects/…}, where
 * files are put and fetched.
 */
final class LocalServer implements AutoCloseable {
    private static final int BACKLOG = 1024;
    private static final String SCHEDULES = "/local/schedules/";
    private static final int MOST_HEADERS = 100;

    static {
        // The server reads these once: who asks with too many words is cut off.
        limit("maxReqHeaders", MOST_HEADERS);
        limit("maxReqHeaderSize", 32 * 1024);
    }

    private final HttpServer server;
    private final Gateway gateway;
    private final Schedules schedules;
    private final LocalObjects objects;
    private final StaticFiles files = new StaticFiles();
    private final Log log;

    private LocalServer(LocalPlatform platform, Log log) throws IOException {
        this.log = log;
        Template template = Template.ofBuild();
        Routes routes = new Routes(template);
        Patience patience = new Patience();
        this.gateway = new Gateway(routes, platform.accounts(), platform.clock(), patience, log);
        this.schedules = new Schedules(template, routes, platform.clock(), log);
        this.objects = new LocalObjects(platform.objects(), template, routes, platform.clock(), patience, log);
        // Only this machine may call: the laptop build is for trying, not for serving others.
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), platform.settings().port());
        this.server = HttpServer.create(address, BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
    }

    private static void limit(String name, int most) {
        String property = "sun.net.httpserver." + name;
        if (System.getProperty(property) == null) System.setProperty(property, String.valueOf(most));
    }

    static LocalServer start(LocalPlatform platform) throws IOException {
        LocalServer server = new LocalServer(platform, Log.in(platform.settings().data()));
        platform.servedAt(server.address());
        server.server.start();
        return server;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on functions start by themselves: when it is time, and when a file was put. */
    void startFunctions() {
        schedules.start();
        objects.start();
    }

    @Override
    public void close() {
        server.stop(1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            route(exchange);
        } catch (RuntimeException e) {
            log.log("{\"level\":\"ERROR\",\"gateway\":\"" + e.getClass().getName() + "\"}");
            Gateway.refuse(exchange, ProblemType.UNEXPECTED);
        }
    }

    private void route(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        boolean reading = method.equals("GET") || method.equals("HEAD");
        if (exchange.getRequestURI().getPath().equals("/health")) {
            health(exchange);
        } else if (method.equals("POST") && exchange.getRequestURI().getPath().startsWith(SCHEDULES)) {
            fire(exchange);
        } else if (exchange.getRequestURI().getPath().startsWith(FolderObjects.PATH)) {
            objects.answer(exchange);
        } else if (gateway.answer(exchange)) {
            return;
        } else if (!reading) {
            Gateway.refuse(exchange, ProblemType.NOT_FOUND);
        } else if (!files.answer(exchange)) {
            if (wantsPage(exchange)) files.notFound(exchange);
            else Gateway.refuse(exchange, ProblemType.NOT_FOUND);
        }
    }

    /** For people at this machine: a page of another site that a browser here happens to show is refused. */
    private void fire(HttpExchange exchange) throws IOException {
        String origin = exchange.getRequestHeaders().getFirst("origin");
        if (origin != null && !origin.equals(address())) {
            Gateway.refuse(exchange, ProblemType.FORBIDDEN);
            return;
        }
        Optional<byte[]> done = schedules.fire(exchange.getRequestURI().getPath().substring(SCHEDULES.length()));
        if (done.isPresent()) json(exchange, done.get());
        else Gateway.refuse(exchange, ProblemType.NOT_FOUND);
    }

    private static void health(HttpExchange exchange) throws IOException {
        json(exchange, "{\"status\":\"ready\"}".getBytes(StandardCharsets.UTF_8));
    }

    private static void json(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static boolean wantsPage(HttpExchange exchange) {
        String accept = exchange.getRequestHeaders().getFirst("accept");
        return accept != null && accept.contains("text/html");
    }
}
