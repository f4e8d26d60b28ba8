package pix.journeys.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import pix.certificate.School;
import pix.http.Json;
import pix.journeys.WithBrowser;
import pix.organisation.Role;

/** People who write scripts wherever something may be written: pages, documents and spreadsheets show what they wrote. */
class ScriptsIT {
    private static final String SCRIPT = "<img src=x onerror=pwned=1><script>pwned=1</script>";
    private static final String FORMULA = "=HYPERLINK(\"https://evil.example\")";
    private static final String PASSWORD = "neuf-violons-bleus";

    private final World world = new World();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();

    @Test
    void every_page_is_protected_by_a_policy_that_lets_nothing_in() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("..", "web", "site"))) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".html")).toList()) {
                Http.Answer answer = Here.get("/" + page.getFileName(), "");
                String policy = answer.response().headers().firstValue("content-security-policy").orElse("");
                assertTrue(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), page + policy);
                assertTrue(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains("*"), page + policy);
                assertEquals("nosniff", answer.response().headers().firstValue("x-content-type-options").orElse(""), page.toString());
                assertEquals("no-referrer", answer.response().headers().firstValue("referrer-policy").orElse(""), page.toString());
                assertEquals(Optional.empty(), answer.response().headers().firstValue("set-cookie"), page.toString());
            }
        }
    }

    @Test
    void what_people_write_is_text_everywhere() {
        World.Person head = register("head");
        World.Person candidate = register("candidate");
        World.Person operator = register("operator");
        Here.PLATFORM.accounts().join(operator.username(), "operator");
        String organisation = organisation(operator, head);
        String session = exam(organisation, head, candidate);

        try (WithBrowser browser = WithBrowser.open()) {
            visit(browser, head, "/staff.html", "/organisation-sessions.html?organisation=" + organisation,
                    "/board.html?session=" + session, "/finalisation.html?session=" + session, "/account.html");
            visit(browser, candidate, "/bookings.html", "/account.html", "/profile.html", "/exam.html?session=" + session,
                    "/certificates.html", "/sessions.html?department=75");
            visit(browser, operator, "/operator.html", "/operator.html?organisation=" + organisation);
            visit(browser, null, "/index.html", "/sessions.html?department=75", "/guide.html", "/verify.html#" + Calls.encoded(SCRIPT),
                    "/register.html?situation=" + Calls.encoded(SCRIPT), "/sign-in.html?reason=" + Calls.encoded(SCRIPT),
                    "/sign-in.html?next=javascript:pwned=1", "/nothing.html?" + Calls.encoded(SCRIPT));
        }
        assertEquals(List.of(), wrong);
        assertTrue(shown.size() >= 6, "pages that show what was written: " + shown);
    }

    @Test
    void documents_and_spreadsheets_hold_it_as_text() throws IOException {
        World.Person head = register("sheet-head");
        World.Person candidate = register("sheet-candidate");
        World.Person operator = World.person();
        String organisation = organisation(operator, head);
        String session = exam(organisation, head, candidate);

        String sheet = text(Here.get("/sessions/" + session + "/attendance-sheet.pdf", Minted.person(head)));
        assertTrue(sheet.replaceAll("\\s", "").contains("<script>pwned=1"), sheet);

        World.Person student = register("student", FORMULA);
        world.certificate(student, Optional.of(new School(organisation, Optional.empty(), Optional.of("3A"))));
        Http.Answer csv = Here.send("GET", "/organisations/" + organisation + "/results", Minted.person(head), "", Map.of("accept", "text/csv"));
        assertEquals("text/csv", csv.type());
        assertTrue(csv.text().contains("\"'=HYPERLINK(\"\"https"), csv.text());
    }

    private World.Person register(String name) {
        return register(name, SCRIPT);
    }

    private static World.Person register(String name, String familyName) {
        String username = name + "." + System.nanoTime();
        ObjectNode person = Json.object().put("username", username).put("password", PASSWORD).put("givenName", "Zoé").put("familyName", familyName)
                .put("birthDate", "2009-03-14").put("situation", "terminale").put("locale", "fr");
        return new World.Person(World.expect(201, Here.post("/accounts", "", person)).path("learnerId").asText(), username);
    }

    private static String organisation(World.Person operator, World.Person head) {
        ObjectNode plan = Json.object().put("type", "centre").put("name", SCRIPT).put("city", SCRIPT).put("department", "75");
        String token = Minted.person(operator, "operator");
        String id = World.expect(201, Here.post("/organisations", token, plan)).path("organisationId").asText();
        ObjectNode staff = Json.object().put("username", head.username()).put("role", Role.HEAD.code());
        assertTrue(Here.post("/organisations/" + id + "/staff", token, staff).status() < 300);
        return id;
    }

    /** A running session, planned, booked and complained about in scripts. */
    private static String exam(String organisation, World.Person head, World.Person candidate) {
        World.certify(candidate);
        String staff = Minted.person(head);
        String token = Minted.person(candidate);
        ObjectNode plan = Json.object().put("startsAt", Instant.now().plusSeconds(3600).toString()).put("room", SCRIPT)
                .put("address", SCRIPT).put("department", "75").put("capacity", 5).put("audience", "public");
        JsonNode session = World.expect(201, Here.post("/organisations/" + organisation + "/sessions", staff, plan));
        String path = "/sessions/" + session.path("sessionId").asText();
        World.expect(201, Here.post(path + "/bookings", token, Json.object()));
        World.expect(200, Here.post(path + "/opening", staff, Json.object()));
        World.expect(202, World.onDevice(path + "/entry", token, Json.object().put("accessCode", session.path("accessCode").asText())));
        World.expect(200, Here.post(path + "/candidates/" + candidate.id() + "/admission", staff, Json.object()));
        String assessment = World.expect(201, World.onDevice("/assessments", token, Json.object().put("kind", "certification")
                .put("sessionId", session.path("sessionId").asText()).put("locale", "fr"))).path("assessmentId").asText();
        World.expect(202, World.onDevice("/assessments/" + assessment + "/alerts", token,
                Json.object().put("category", "other").put("text", SCRIPT)));
        return session.path("sessionId").asText();
    }

    /** @param person null for nobody */
    private void visit(WithBrowser browser, World.Person person, String... addresses) {
        try (BrowserContext window = browser.window("fr", 1000, 800)) {
            Page page = window.newPage();
            page.onRequest(request -> {
                String url = request.url();
                if (!url.startsWith(Here.address()) && !url.startsWith("data:")) wrong.add("asked elsewhere: " + url);
            });
            page.onDialog(dialog -> {
                wrong.add(page.url() + " opened a dialog");
                dialog.dismiss();
            });
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) wrong.add(page.url() + ": " + message.text());
            });
            if (person != null) signIn(page, person);
            for (String address : addresses) {
                page.navigate(Here.address() + address);
                page.waitForLoadState(LoadState.NETWORKIDLE);
                if (page.innerText("body").contains(SCRIPT)) shown.add(address);
                if (!page.evaluate("typeof window.pwned").equals("undefined")) wrong.add(address + " ran a script");
                if ((int) page.evaluate("document.querySelectorAll('img[src=\"x\"]').length") > 0) wrong.add(address + " shows it as markup");
            }
            if (!window.cookies().isEmpty()) wrong.add("a cookie: " + window.cookies().getFirst().name);
        }
    }

    private static void signIn(Page page, World.Person person) {
        page.navigate(Here.address() + "/sign-in.html?next=/account.html");
        page.locator("#username").fill(person.username());
        page.locator("#password").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> URI.create(url).getPath().equals("/account.html"));
    }

    private static String text(Http.Answer pdf) throws IOException {
        assertEquals(200, pdf.status());
        try (PDDocument document = Loader.loadPDF(pdf.response().body())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
