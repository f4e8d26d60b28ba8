package pix.journeys.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.journeys.trust.Scribbler.FORMULA;
import static pix.journeys.trust.Scribbler.SCRIPT;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import pix.certificate.School;
import pix.journeys.WithBrowser;

/** People who write scripts wherever something may be written: pages, documents and spreadsheets show what they wrote. */
@InThisProcess
class ScriptsIT {
    private final World world = new World();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();

    @Test
    void every_page_is_protected_by_a_policy_that_lets_nothing_in() throws IOException {
        List<String> addresses = new ArrayList<>(List.of("/", "/nowhere", "/nowhere.html?" + Calls.encoded(SCRIPT)));
        try (Stream<Path> pages = Files.list(Path.of("..", "web", "site"))) {
            pages.map(p -> "/" + p.getFileName()).filter(p -> p.endsWith(".html")).forEach(addresses::add);
        }
        for (String page : addresses) {
            Http.Answer answer = Here.send("GET", page, "", "", Map.of("accept", "text/html"));
            assertEquals("text/html", answer.type(), page);
            HttpHeaders headers = answer.response().headers();
            String policy = headers.firstValue("content-security-policy").orElse("");
            assertTrue(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), page + policy);
            assertTrue(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains("*"), page + policy);
            assertEquals("nosniff", headers.firstValue("x-content-type-options").orElse(""), page);
            assertEquals("no-referrer", headers.firstValue("referrer-policy").orElse(""), page);
            assertEquals(Optional.empty(), headers.firstValue("set-cookie"), page);
        }
    }

    @Test
    void what_people_write_is_text_everywhere() {
        Scribbler scribbler = new Scribbler();
        String organisation = scribbler.organisation;
        Scribbler.Exam exam = scribbler.exam();
        String session = exam.session();
        String cancelled = scribbler.cancelled();
        String upload = scribbler.upload().path("uploadId").asText();
        String certificate = world.certificate(scribbler.candidate);
        String school = "html?organisation=" + organisation;

        try (WithBrowser browser = WithBrowser.open()) {
            visit(browser, scribbler.candidate, "/exam.html?session=" + session, "/exam.html?session=" + cancelled);
            visit(browser, scribbler.head, "/board.html?session=" + session, "/room.html?session=" + session, "/finalisation.html?session=" + session);
            scribbler.judged(exam);
            visit(browser, scribbler.head, "/staff.html", "/organisation-sessions." + school, "/board.html?session=" + session,
                    "/board.html?session=" + cancelled, "/account.html", "/school." + school, "/school-overview." + school, "/school-results." + school,
                    "/school-upload." + school, "/school-upload." + school + "&upload=" + upload);
            visit(browser, scribbler.candidate, "/bookings.html", "/account.html", "/profile.html", "/exam.html?session=" + session,
                    "/certificates.html", "/sessions.html?department=75", "/corrections.html?assessment=" + exam.assessment());
            visit(browser, scribbler.operator, "/operator.html?state=appealed", "/operator.html?session=" + session,
                    "/operator.html?view=organisations", "/operator.html?view=organisations&organisation=" + organisation);
            visit(browser, null, "/index.html", "/sessions.html?department=75", "/verify.html#" + Calls.encoded(SCRIPT), "/guide.html",
                    "/verify.html#" + certificate, "/register.html?situation=" + Calls.encoded(SCRIPT), "/sign-in.html?reason=" + Calls.encoded(SCRIPT),
                    "/sign-in.html?next=javascript:pwned=1", "/nothing.html?" + Calls.encoded(SCRIPT), "/board.html?session=" + Calls.encoded(SCRIPT),
                    "/operator.html?session=" + Calls.encoded(SCRIPT), "/school-upload.html?organisation=" + Calls.encoded(SCRIPT));
        }
        assertEquals(List.of(), wrong);
        for (String page : List.of("/exam.html?session=" + cancelled, "/board.html?session=" + session, "/bookings.html", "/operator.html?session=" + session,
                "/school." + school, "/school-upload." + school, "/school-upload." + school + "&upload=" + upload, "/verify.html#" + certificate)) {
            assertTrue(shown.contains(page), page + " does not show what was written; these do: " + shown);
        }
    }

    @Test
    void documents_and_spreadsheets_hold_it_as_text() throws IOException {
        Scribbler scribbler = new Scribbler();
        String head = Minted.person(scribbler.head);
        String organisation = "/organisations/" + scribbler.organisation;
        World.Person student = Scribbler.register(FORMULA);
        Optional<School> school = Optional.of(new School(scribbler.organisation, Optional.empty(), Optional.of(FORMULA)));
        world.certificate(student, school);
        String certificate = world.certificate(scribbler.candidate, school);

        assertWritten(text(Here.get("/sessions/" + scribbler.exam().session() + "/attendance-sheet.pdf", head)));
        assertWritten(text(Here.get("/certificates/" + certificate + ".pdf", Minted.person(scribbler.candidate))));

        JsonNode upload = scribbler.upload();
        assertEquals(List.of(2, 4), List.of(upload.path("created").asInt(), upload.path("refused").asInt()), upload.toString());
        assertWritten(text(Here.send("GET", organisation + "/students/claim-codes", head, "", Map.of("accept", "application/pdf"))));
        Http.Answer report = Here.get(upload.path("reportUrl").asText().substring(Here.address().length()), "");
        assertEquals("attachment; filename=\"pix-import.csv\"", report.response().headers().firstValue("content-disposition").orElse(""));
        Map<String, String> csv = Map.of("accept", "text/csv");
        for (Http.Answer sheet : List.of(report, Here.send("GET", organisation + "/students/claim-codes", head, "", csv),
                Here.send("GET", organisation + "/results", head, "", csv))) {
            assertEquals(200, sheet.status(), sheet.text());
            assertEquals("nosniff", sheet.response().headers().firstValue("x-content-type-options").orElse(""));
            assertTrue(sheet.response().headers().firstValue("content-disposition").orElse("").startsWith("attachment; "));
            assertTrue(sheet.text().contains("\"'=HYPERLINK(\"\"https"), sheet.text());
            assertTrue(Pattern.compile("(?m)(?:^|;)\"?[=+\\-@]").matcher(sheet.text().replaceAll("\"-\"", "")).results().findAny().isEmpty(), sheet.text());
        }
    }

    private static void assertWritten(String document) {
        assertTrue(document.replaceAll("\\s", "").contains("<script>pwned=1"), document);
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
        page.locator("#password").fill(Scribbler.PASSWORD);
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
