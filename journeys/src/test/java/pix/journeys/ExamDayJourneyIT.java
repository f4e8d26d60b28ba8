package pix.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.journeys.InExam.answer;
import static pix.journeys.InExam.number;
import static pix.journeys.InExam.personIn;
import static pix.journeys.InExam.send;
import static pix.journeys.WithBrowser.assertAccessible;
import static pix.journeys.WithBrowser.signIn;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pix.assessment.Turn;

/** A whole day of certification: planned, booked, sat through everything that goes wrong, closed, judged, certified. The longest of all: it begins first. */
@Order(1)
class ExamDayJourneyIT {
    private static final LocatorAssertions.HasTextOptions SOON = new LocatorAssertions.HasTextOptions().setTimeout(25_000);

    @TempDir
    private static Path data;

    private static WithBrowser browser;
    private static Product product;
    private static Candidates candidates;
    private static List<String> ids;

    private String session;
    /** Seconds that Luc had left when his network was cut. */
    private int remaining;
    private String code;
    private Page head;
    private Page invigilator;
    private Page zoe;
    private Page luc;
    private Page ada;

    @BeforeAll
    static void start() {
        browser = WithBrowser.open();
        candidates = new Candidates(data);
        ids = candidates.register("Zoé", "Luc", "Ada");
        product = Product.start(data);
    }

    @AfterAll
    static void stop() {
        if (product != null) product.close();
        if (browser != null) browser.close();
    }

    @Test
    void three_candidates_lose_nothing_to_a_killed_server_a_cut_network_a_faulty_question_or_another_device() {
        try (BrowserContext heads = browser.window("fr", 1280, 900);
                BrowserContext invigilators = browser.window("en", 1280, 900);
                BrowserContext zoes = browser.window("fr", 390, 780);
                BrowserContext lucs = browser.window("en", 1280, 900);
                BrowserContext adas = browser.window("fr", 1280, 900);
                BrowserContext phones = browser.window("fr", 390, 780);
                BrowserContext operators = browser.window("fr", 1280, 900)) {
            head = heads.newPage();
            invigilator = invigilators.newPage();
            zoe = zoes.newPage();
            luc = lucs.newPage();
            ada = adas.newPage();
            plan();
            book();
            enter();
            List<Turn> kept = surviveAKilledServer();
            Instant cut = cutTheNetwork(lucs);
            replaceAQuestion();
            pauseAndResume();
            changeDevices(phones.newPage());
            comeBack(lucs, cut);
            answerTheRest(kept);
            AfterTheExam after = new AfterTheExam(product, session);
            after.close(invigilator, ids.get(2));
            after.judge(operators.newPage(), zoe);
            after.receive(zoe, ada, head);
        }
    }

    private void plan() {
        Person cleo = Person.signedIn(product, "cleo.demo");
        String centre = cleo.get("/me/memberships").json().path("memberships").path(0).path("organisationId").asText();
        cleo.post("/organisations/" + centre + "/staff", "{\"username\":\"ines.demo\",\"role\":\"invigilator\"}");
        signIn(product, head, "cleo.demo", "/staff.html");
        assertAccessible(head, "day-fr-staff");
        head.locator("a.button.primary[href^='/organisation-sessions']").click();
        head.locator("#plan").click();
        head.locator("input[name=invigilators]").first().waitFor();
        assertAccessible(head, "day-fr-plan");
        head.locator("[name=day]").fill(LocalDate.now().plusDays(1).toString());
        head.locator("[name=hour]").fill("09:00");
        head.locator("[name=room]").fill("Salle 7");
        head.locator("[name=capacity]").fill("3");
        head.locator("[name=address]").fill("12 rue de Belleville, 75020 Paris");
        head.locator("[name=department]").selectOption("75");
        head.locator("[name=audience]").selectOption("public");
        head.getByText("Inès Garcia").click();
        head.locator("form.unfolded [type=submit]").click();
        Locator card = head.locator("li.session").filter(new Locator.FilterOptions().setHasText("Salle 7"));
        session = card.getAttribute("data-session");
        code = card.locator(".code-small").innerText();
        assertAccessible(head, "day-fr-planned");
    }

    private void book() {
        signIn(product, zoe, "zoé.exam", Candidates.PASSWORD, "/sessions.html");
        zoe.locator("form.finder [type=submit]").click();
        assertThat(zoe.locator("#department-error")).isVisible();
        assertThat(zoe.locator("#department")).isFocused();
        zoe.locator("[name=department]").selectOption("75");
        zoe.locator("form.finder [type=submit]").click();
        zoe.locator("[data-session='" + session + "'] .session-do button").click();
        zoe.locator("[data-session='" + session + "'] .outcome.good").waitFor();
        assertAccessible(zoe, "day-fr-phone-booked");
        for (String username : List.of("luc.exam", "ada.exam")) {
            assertEquals(201, Person.signedIn(product.address(), username, Candidates.PASSWORD)
                    .post("/sessions/" + session + "/bookings", "{}").status());
        }
        giveExtraTime();
        signIn(product, luc, "luc.exam", Candidates.PASSWORD, "/bookings.html");
        signIn(product, ada, "ada.exam", Candidates.PASSWORD, "/bookings.html");
        ada.locator("[data-session='" + session + "']").waitFor();
        assertAccessible(ada, "day-fr-bookings");
    }

    private void giveExtraTime() {
        head.navigate(product.address() + "/room.html?session=" + session);
        head.locator("[data-learner='" + ids.get(1) + "'] select").selectOption("33");
        head.locator(".banner.right").waitFor();
        assertAccessible(head, "day-fr-room");
    }

    /** The very first touch: nothing moves away under the finger. */
    private void printOnAPhone() {
        invigilator.setViewportSize(390, 844);
        invigilator.waitForDownload(() -> invigilator.locator(".board-tools button").last().click());
        invigilator.setViewportSize(1280, 900);
    }

    private void enter() {
        signIn(product, invigilator, "ines.demo", "/board.html?session=" + session);
        printOnAPhone();
        for (Page page : List.of(zoe, luc, ada)) page.navigate(product.address() + "/exam.html?session=" + session);
        zoe.locator(".exam-before").waitFor();
        assertAccessible(zoe, "day-fr-phone-before");
        invigilator.locator(".room-code button").click();
        assertThat(invigilator.locator("#code")).hasText(code);
        for (Page page : List.of(zoe, luc, ada)) typeCode(page);
        zoe.locator(".exam-waiting").waitFor();
        assertAccessible(zoe, "day-fr-phone-waiting");
        for (String id : ids) row(id).locator(".candidate-do .primary").waitFor();
        assertAccessible(invigilator, "day-en-board-waiting");
        for (String id : ids) row(id).locator(".candidate-do .primary").click();
        for (Page page : List.of(zoe, luc, ada)) {
            page.locator(".exam-ready .primary").waitFor();
            if (page == zoe) assertAccessible(zoe, "day-fr-phone-ready");
            page.locator(".exam-ready .primary").click();
            page.locator(".question-text").waitFor();
            answer(page, 1);
            answer(page, 2);
        }
        assertAccessible(zoe, "day-fr-phone-question");
    }

    /** Answers are typed and sent while nobody listens; returns the last turns as the dead server left them. */
    private List<Turn> surviveAKilledServer() {
        List<String> tests = ids.stream().map(this::assessment).toList();
        product.kill();
        for (Page page : List.of(zoe, luc, ada)) send(page);
        assertThat(zoe.locator(".question-actions .primary")).hasAttribute("aria-disabled", "true");
        List<Turn> kept = candidates.lastTurns(tests);
        for (Turn turn : kept) assertEquals(2, turn.answers(), "an answer that was confirmed is there");
        invigilator.locator(".banner.loud").waitFor(new Locator.WaitForOptions().setTimeout(25_000));
        assertAccessible(invigilator, "day-en-board-stale");
        assertAccessible(zoe, "day-fr-phone-away");
        product.start();
        for (Page page : List.of(zoe, luc, ada)) assertThat(page.locator("h1.question-number")).hasText(number(4), SOON);
        assertThat(invigilator.locator(".banner.loud")).hasCount(0);
        for (String id : ids) assertEquals(3, candidate(id).path("answered").asInt());
        return kept;
    }

    /** The invigilator is told that the network is down and holds the clock; the answer waits in the page. */
    private Instant cutTheNetwork(BrowserContext lucs) {
        lucs.setOffline(true);
        send(luc);
        row(ids.get(1)).getByRole(AriaRole.BUTTON, named("Pause")).click();
        assertThat(row(ids.get(1)).locator(".candidate-state")).containsText("Paused");
        remaining = candidate(ids.get(1)).path("remainingSeconds").asInt();
        return Instant.now();
    }

    /** A minute later at the earliest, while the others went on. */
    private void comeBack(BrowserContext lucs, Instant cut) {
        luc.waitForTimeout(Math.max(0, Duration.between(Instant.now(), cut.plusSeconds(60)).toMillis()));
        assertEquals(remaining, candidate(ids.get(1)).path("remainingSeconds").asInt(), "the clock stands still");
        lucs.setOffline(false);
        luc.locator(".exam-paused").waitFor();
        assertAccessible(luc, "day-en-paused");
        row(ids.get(1)).getByRole(AriaRole.BUTTON, named("Go on")).click();
        assertThat(luc.locator("h1.question-number")).hasText(number(5), SOON);
        assertEquals(4, candidate(ids.get(1)).path("answered").asInt());
        assertTrue(remaining - candidate(ids.get(1)).path("remainingSeconds").asInt() < 15, "the time held is not lost");
    }

    private void replaceAQuestion() {
        ada.evaluate("dispatchEvent(new Event('blur'))");
        assertThat(row(ids.get(2)).locator(".candidate-signals")).containsText("Has left the page");
        ada.evaluate("dispatchEvent(new Event('focus'))");
        ada.locator("#report").click();
        ada.locator("#category").selectOption("display");
        ada.locator("#text").fill("L’image ne s’affiche pas.");
        assertAccessible(ada, "day-fr-report");
        ada.locator("form [type=submit]").last().click();
        ada.locator(".exam-reported").waitFor();
        row(ids.get(2)).locator("section.alert").waitFor();
        assertAccessible(invigilator, "day-en-board-alert");
        assertAccessible(ada, "day-fr-reported");
        row(ids.get(2)).getByRole(AriaRole.BUTTON, named("Replace the question")).click();
        assertThat(ada.locator("h1.question-number")).hasText(number(5), SOON);
        assertThat(ada.locator(".banner.info")).containsText("remplacé");
        assertThat(row(ids.get(2)).locator(".candidate-signals")).containsText("left 1 time");
    }

    private void pauseAndResume() {
        row(ids.get(0)).getByRole(AriaRole.BUTTON, named("Pause")).click();
        zoe.locator(".exam-paused").waitFor();
        assertAccessible(zoe, "day-fr-phone-paused");
        row(ids.get(0)).getByRole(AriaRole.BUTTON, named("Go on")).click();
        zoe.locator(".question-text").waitFor();
        answer(zoe, 4);
    }

    private void changeDevices(Page phone) {
        signIn(product, phone, "ada.exam", Candidates.PASSWORD, "/exam.html?session=" + session);
        assertAccessible(phone, "day-fr-phone-other-device");
        typeCode(phone);
        phone.locator(".exam-waiting").waitFor();
        answer(ada, 5);
        row(ids.get(2)).getByRole(AriaRole.BUTTON, named("Accept the device")).click();
        assertThat(phone.locator("h1.question-number")).hasText(number(6), SOON);
        ada.locator(".exam-code").waitFor();
    }

    /** Two finish, one does not. */
    private void answerTheRest(List<Turn> kept) {
        Candidates.answerTheRest(personIn(zoe, product), kept.get(0).terms());
        Candidates.answerTheRest(personIn(luc, product), kept.get(1).terms());
        for (Page page : List.of(zoe, luc)) page.locator(".exam-end").waitFor();
        assertAccessible(zoe, "day-fr-phone-end");
        assertThat(row(ids.get(0)).locator(".candidate-state")).containsText("Finished");
        assertAccessible(invigilator, "day-en-board-end");
    }

    private void typeCode(Page page) {
        page.locator("#code").fill(code);
        page.keyboard().press("Enter");
    }

    private Locator row(String learnerId) {
        return invigilator.locator("[data-learner='" + learnerId + "']");
    }

    private JsonNode candidate(String learnerId) {
        for (JsonNode c : Person.signedIn(product, "ines.demo").get("/sessions/" + session + "/candidates").json().path("candidates")) {
            if (c.path("learnerId").asText().equals(learnerId)) return c;
        }
        throw new AssertionError("nobody of that id");
    }

    private String assessment(String learnerId) {
        int n = ids.indexOf(learnerId);
        return personIn(List.of(zoe, luc, ada).get(n), product).get("/sessions/" + session + "/entry").json().path("assessmentId").asText();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
