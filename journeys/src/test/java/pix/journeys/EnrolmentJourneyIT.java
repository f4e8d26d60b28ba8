package pix.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.journeys.WithBrowser.assertAccessible;
import static pix.journeys.WithBrowser.drop;
import static pix.journeys.WithBrowser.signIn;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A school brings its students, hands out codes, and enrols a class; a student claims a place. In the browser. */
class EnrolmentJourneyIT {
    private static final String HEADER = "ine;familyName;givenName;birthDate;class;email\r\n";
    private static final String GOOD = ";Durand;Maëlle;14/03/2011;4Z;\r\n;Nguyen;Inès;05/05/2011;4Y;\r\n";
    private static final String FAULTY = ";Petit;Noé;3l/02/2011;4Z;\r\n;;Zoé;02/05/2011;4Z;\r\n";
    private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");

    @TempDir
    private static Path data;

    private static WithBrowser browser;
    private static Product product;

    @BeforeAll
    static void start() {
        browser = WithBrowser.open();
        product = Product.start(data);
    }

    @AfterAll
    static void stop() {
        if (product != null) product.close();
        if (browser != null) browser.close();
    }

    @Test
    void goes_from_the_schools_file_to_a_booked_seat() throws IOException {
        try (BrowserContext heads = browser.window("fr", 1280, 900); BrowserContext learners = browser.window("en", 390, 800)) {
            Page head = heads.newPage();
            signIn(product, head, "hugo.demo", "/staff.html");
            head.locator("a[href^='/school.html']").click();
            head.locator("h1").waitFor();
            String school = head.url().replaceAll(".*organisation=([^&]*).*", "$1");
            assertAccessible(head, "fr-school");

            refuses(head, school);
            previews(head, school);
            imports(head);
            head.navigate(address("school", school));
            head.locator("#class").selectOption("4Z");
            assertThat(head.locator("tr[data-student]")).hasCount(1);
            assertThat(head.locator("tr[data-student]")).containsText("Durand Maëlle");
            String code = code(head);

            Page learner = learners.newPage();
            claims(learner, code);
            head.reload();
            assertThat(head.locator("tr[data-student] .mark.yes")).hasCount(1);
            assertThat(head.locator("tr[data-student] .pick-box")).hasCount(1);
            plan(head, school);
            enrols(head);
            enrolsFromTheSession(head, school);
            runsOutOfSeats(head, school);
            learner.navigate(product.address() + "/bookings.html");
            assertThat(learner.locator(".session")).hasCount(1);
            assertThat(learner.locator(".session")).containsText("Room of the journey");
            stays(learner, school);
            asksWithoutACode(head, learners.newPage(), school);

            looksAround(head, "fr", school);
            try (BrowserContext phones = browser.window("en", 390, 800)) {
                Page phone = phones.newPage();
                signIn(product, phone, "hugo.demo", "/staff.html");
                looksAround(phone, "en", school);
            }
            assertTrue(Stream.of(code, code.replace("-", "")).noneMatch(product.output()::contains), "a code is a key: not in the log");
        }
    }

    /** Class 3A is the demonstration's, with results of more than ten. */
    private static void looksAround(Page head, String language, String school) {
        for (String place : List.of("school", "school-upload", "school-overview", "school-results", "organisation-sessions")) {
            head.navigate(address(place, school) + "&class=3A");
            head.locator("h1").waitFor();
            if (place.equals("school-overview")) assertThat(head.locator("svg.columns")).hasCount(16);
            if (place.equals("school-results")) assertThat(head.locator(".results tbody tr")).hasCount(12);
            assertAccessible(head, language + "-" + place + "-3A");
        }
    }

    private static void refuses(Page head, String school) {
        head.navigate(address("school-upload", school));
        head.locator(".drop").waitFor();
        assertAccessible(head, "fr-school-upload");
        choose(head, "photo.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, 2, 3, 0, 0, 0});
        head.locator("#go").click();
        assertThat(head.locator("#verdict.refused")).isVisible();
        assertThat(head.locator(".outcome.bad strong")).not().isEmpty();
        assertAccessible(head, "fr-school-refused");
    }

    private static void previews(Page head, String school) {
        head.navigate(address("school-upload", school));
        drop(head, "h1", "eleves.csv", (HEADER + GOOD + FAULTY).getBytes(StandardCharsets.UTF_8));
        head.locator("#go").click();
        Locator faults = head.locator(".fault-table tbody tr");
        assertThat(faults).hasCount(2);
        assertThat(faults.first()).containsText("3l/02/2011");
        assertThat(faults.first().locator("th")).hasText("4");
        assertThat(faults.last().locator("th")).hasText("5");
        assertAccessible(head, "fr-school-preview");
        assertThat(head.locator(".counts dd").first()).hasText("2");
    }

    private static void imports(Page head) {
        head.locator("#go").click();
        assertThat(head.locator(".counts dt").first()).hasText("Ajoutés");
        assertThat(head.locator(".counts dd").first()).hasText("2");
        assertAccessible(head, "fr-school-import");
        Download report = head.waitForDownload(() -> head.locator(".faults a[download]").click());
        assertTrue(report.url().startsWith(product.address()), report.url());
        assertThat(head.locator(".recent li")).hasCount(3);
        head.locator(".departures input").last().check();
        head.locator(".departures .primary").click();
        assertThat(head.locator(".banner.right")).containsText("1 départ est noté");
        assertThat(head.locator(".departures input")).hasCount(53);
    }

    /** The only code on the sheet of the class; both files come. */
    private static String code(Page head) throws IOException {
        Download pdf = head.waitForDownload(() -> button(head, "Codes à distribuer (PDF)").click());
        assertTrue(Files.readString(pdf.path(), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
        Download csv = head.waitForDownload(() -> button(head, "Codes (CSV)").click());
        Matcher code = CODE.matcher(Files.readString(csv.path()));
        assertTrue(code.find(), "a code");
        return code.group();
    }

    private static void claims(Page learner, String code) {
        learner.navigate(product.address() + "/register.html#code=" + code);
        assertThat(learner.locator("#claimCode")).hasValue(code);
        learner.locator("#givenName").fill("Maelle");
        learner.locator("#familyName").fill("Durand");
        learner.locator("#birthDate-day").fill("14");
        learner.locator("#birthDate-month").fill("3");
        learner.locator("#birthDate-year").fill("2011");
        learner.locator("#situation").selectOption("3e");
        learner.locator("#username").fill("maelle.durand");
        learner.locator("#password").fill(Candidates.PASSWORD);
        assertAccessible(learner, "en-register-with-code");
        learner.locator("main form button[type=submit]").click();
        learner.waitForURL("**/profile.html**");
    }

    private static void enrols(Page head) {
        head.reload();
        button(head, "Inscrire la classe 4Z à une session").click();
        assertThat(head.locator(".enrol input[type=radio]:checked")).hasCount(1);
        assertAccessible(head, "fr-school-enrol");
        head.locator(".enrol button[type=submit]").click();
        assertThat(head.locator(".banner.right")).containsText("1 élève est inscrit");
        assertThat(head.locator("tr[data-student] .mark.yes")).hasCount(2);
    }

    /** The classes are there to choose from; who is enrolled already needs no seat. */
    private static void enrolsFromTheSession(Page head, String school) {
        head.navigate(address("organisation-sessions", school));
        Locator session = head.locator(".session", new Page.LocatorOptions().setHasText("Room of the journey"));
        session.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Inscrire une classe")).click();
        session.locator("#class").selectOption("4Z");
        assertThat(session.locator(".enrol summary")).hasText("1 élève est déjà inscrit");
        assertThat(session.locator(".enrol button[type=submit]")).hasCount(0);
        assertAccessible(head, "fr-sessions-enrol");
    }

    /** The head has chosen when the session shrinks: the page says that nobody is in, and what is left. */
    private static void runsOutOfSeats(Page head, String school) {
        head.navigate(address("school", school) + "&class=3A");
        button(head, "Inscrire la classe 3A à une session").click();
        Locator chosen = head.locator(".enrol input[type=radio]:checked");
        assertThat(chosen).hasCount(1);
        APIResponse shrunk = head.request().patch(product.address() + "/sessions/" + chosen.inputValue(),
                as(Person.signedIn(product, "hugo.demo")).setData(Map.of("capacity", 5)));
        assertEquals(200, shrunk.status(), shrunk.text());
        head.locator(".enrol button[type=submit]").click();
        assertThat(head.locator(".enrol .outcome")).containsText("Personne n’est inscrit.");
        assertThat(head.locator(".enrol .outcome")).containsText("5 élèves ne sont pas inscrits. Il ne reste que 2 places.");
        assertThat(head.locator(".enrol input[type=radio]:enabled")).hasCount(0);
        assertAccessible(head, "fr-school-no-seats");
    }

    /** A student cannot hide from a school that lists them. */
    private static void stays(Page learner, String school) {
        learner.navigate(product.address() + "/account.html");
        assertThat(learner.locator("[data-school]")).containsText("4Z");
        assertThat(learner.locator("[data-school] .leave")).hasCount(0);
        assertAccessible(learner, "en-account-with-school");
        APIResponse refused = learner.request().delete(product.address() + "/me/schools/" + school,
                as(Person.signedIn(product.address(), "maelle.durand", Candidates.PASSWORD)));
        assertEquals(409, refused.status(), refused.text());
        assertTrue(refused.text().contains("still-enrolled"), refused.text());
    }

    /** Names alone make a request; both sides see the same number, and the school says yes. */
    private static void asksWithoutACode(Page head, Page learner, String school) {
        APIResponse registered = learner.request().post(product.address() + "/accounts", RequestOptions.create().setData(Map.of(
                "username", "ines.nguyen", "password", Candidates.PASSWORD, "givenName", "Ines", "familyName", "Nguyenn",
                "birthDate", "2011-05-05", "situation", "3e", "locale", "en")));
        assertEquals(201, registered.status(), registered.text());
        signIn(product, learner, "ines.nguyen", Candidates.PASSWORD, "/account.html");
        learner.locator(".ask-place summary").focus();
        learner.keyboard().press("Enter");
        learner.locator("#uai").fill("0750655e");
        assertAccessible(learner, "en-account-without-code");
        learner.keyboard().press("Enter");
        assertThat(learner.locator("[data-request]")).containsText("Collège");
        String number = learner.locator("[data-request] .code-small").innerText();
        assertAccessible(learner, "en-account-asked");

        head.navigate(address("school", school));
        assertThat(head.locator("[data-request]")).containsText("Nguyen Inès");
        assertThat(head.locator("[data-request] .code-small")).hasText(number);
        assertAccessible(head, "fr-school-place-requests");
        head.locator("[data-request] .primary").click();
        assertThat(head.locator(".banner.right")).containsText("Nguyen Inès");
        assertThat(head.locator("[data-request]")).hasCount(0);
        learner.reload();
        assertThat(learner.locator("[data-school]")).containsText("4Y");
        assertThat(learner.locator("[data-request]")).hasCount(0);
    }

    private static void plan(Page head, String school) {
        APIResponse planned = head.request().post(product.address() + "/organisations/" + school + "/sessions",
                as(Person.signedIn(product, "hugo.demo")).setData(Map.of(
                        "startsAt", Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS).toString(),
                        "room", "Room of the journey", "address", "1 rue des Écoles, 75005 Paris", "department", "75",
                        "capacity", 3, "audience", "own-students", "invigilators", List.of())));
        assertEquals(201, planned.status(), planned.text());
    }

    private static RequestOptions as(Person person) {
        return RequestOptions.create().setHeader("authorization", "Bearer " + person.token());
    }

    private static void choose(Page page, String name, byte[] content) {
        page.locator("#file").setInputFiles(new FilePayload(name, "application/octet-stream", content));
        page.locator("#go").waitFor();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static String address(String place, String school) {
        return product.address() + "/" + place + ".html?organisation=" + school;
    }
}
