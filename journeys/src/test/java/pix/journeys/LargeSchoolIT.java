package pix.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.journeys.WithBrowser.signIn;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A school so large that the server counts it in parts; its answers are given here, what the page makes of them is real. */
class LargeSchoolIT {
    @TempDir
    private static Path data;

    @Test
    void says_how_far_it_has_counted_and_shows_the_whole() {
        try (WithBrowser browser = WithBrowser.open();
                Product product = Product.start(data);
                BrowserContext window = browser.window("en", 390, 800)) {
            Page head = window.newPage();
            signIn(product, head, "hugo.demo", "/staff.html");
            head.locator("a[href^='/school.html']").click();
            head.locator("#class").waitFor();
            Queue<Route> later = new ArrayDeque<>();
            head.route("**/overview?*", route -> {
                if (route.request().url().contains("cursor=")) later.add(route);
                else route.fulfill(answer(202, "{\"counted\":2000,\"cursor\":\"first part\"}"));
            });
            head.navigate(head.url().replace("/school.html", "/school-overview.html"));

            assertThat(head.locator("main [role=status]")).containsText("2,000 students");
            assertThat(head.locator(".school-counts")).hasCount(0);
            Route second = later.remove();
            assertTrue(second.request().url().contains("cursor=first+part"), second.request().url());
            second.fulfill(answer(200, """
                    {"students": 3100, "withAccount": 2480, "booked": 12, "distribution": {"shown": false, "measured": 0}}"""));

            assertThat(head.locator(".school-counts dd").first()).containsText("3,100");
            assertThat(head.locator(".school-counts")).containsText("80");
            assertThat(head.locator("main [role=status]")).hasCount(0);
            assertTrue(later.isEmpty(), "nothing is asked twice");
        }
    }

    @Test
    void another_class_chosen_before_the_first_one_came_is_the_one_shown() {
        try (WithBrowser browser = WithBrowser.open(); Product product = Product.start(data);
                BrowserContext window = browser.window("en", 390, 800)) {
            Page head = window.newPage();
            signIn(product, head, "hugo.demo", "/staff.html");
            head.locator("a[href^='/school.html']").click();
            head.locator("#class").waitFor();
            head.navigate(head.url().replace("/school.html", "/school-results.html"));
            head.locator("#class").waitFor();
            Queue<Route> asked = new ArrayDeque<>();
            head.route("**/results?*", asked::add);
            choose(head, asked, 1, 2);
            head.waitForResponse("**/results?*", () -> asked.remove().fulfill(answer(200, result("Overtaken")))).finished();
            painted(head);
            assertThat(head.locator("tbody th")).hasCount(0);
            assertThat(head.getByText("No published results yet.")).hasCount(0);
            asked.remove().fulfill(answer(200, result("Second")));
            assertThat(head.locator("tbody th")).hasText(new String[] {"Second Zoe"});

            choose(head, asked, 1, 0);
            Route late = asked.remove();
            asked.remove().fulfill(answer(200, result("Last")));
            assertThat(head.locator("tbody th")).hasText(new String[] {"Last Zoe"});
            head.waitForResponse("**/results?*", () -> late.fulfill(answer(200, result("Late")))).finished();
            painted(head);
            assertThat(head.locator("tbody th")).hasText(new String[] {"Last Zoe"});
        }
    }

    private static void choose(Page head, Queue<Route> asked, int... classes) {
        for (int i : classes) head.locator("#class").selectOption(new SelectOption().setIndex(i));
        head.waitForCondition(() -> asked.size() == classes.length);
    }

    private static void painted(Page page) {
        page.evaluate("() => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)))");
    }

    private static String result(String familyName) {
        return """
                {"results": [{"familyName": "%s", "givenNames": "Zoe", "class": "3A", "status": "valid", "level": 3, "pix": 300,
                  "takenOn": "2026-05-04", "centre": "Here", "certificateCode": "AAAA-BBBB-CCCC-D", "competences": []}]}""".formatted(familyName);
    }

    private static Route.FulfillOptions answer(int status, String body) {
        return new Route.FulfillOptions().setStatus(status).setContentType("application/json").setBody(body);
    }
}
