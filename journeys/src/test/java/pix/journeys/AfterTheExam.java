package pix.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.journeys.InExam.personIn;
import static pix.journeys.WithBrowser.assertAccessible;
import static pix.journeys.WithBrowser.signIn;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;

/** The end of a session in the pages: the invigilator closes it, the operator judges it, the candidates receive their results. */
record AfterTheExam(Product product, String session) {

    /** @param unfinished who has questions left */
    void close(Page invigilator, String unfinished) {
        invigilator.locator("a[href^='/finalisation']").click();
        invigilator.locator("form.finalise").waitFor();
        assertAccessible(invigilator, "day-en-finalisation");
        invigilator.locator(".call [type=submit]").click();
        assertThat(invigilator.locator("#missing li")).hasCount(1);
        assertAccessible(invigilator, "day-en-missing");
        invigilator.locator("input[value=technical]").check();
        invigilator.locator("#add").click();
        invigilator.locator("#kind-1").selectOption("technical");
        invigilator.locator("#learnerId-1").selectOption(unfinished);
        invigilator.locator("#text-1").fill("The tablet broke.");
        invigilator.locator(".call [type=submit]").click();
        assertThat(invigilator.locator("h1")).hasText("The session is closed");
        assertAccessible(invigilator, "day-en-closed");
    }

    void judge(Page operator, Page zoe) {
        Person nobody = new Person(product.address(), "", "");
        assertEquals(200, nobody.post("/local/schedules/PublishResults", "").status());
        zoe.navigate(product.address() + "/bookings.html");
        zoe.locator("[data-session='" + session + "'] .outcome").waitFor();
        assertThat(zoe.locator(".score")).hasCount(0);
        assertAccessible(zoe, "day-fr-phone-review");
        signIn(product, operator, "olga.demo", "/operator.html");
        operator.locator("a[href*='" + session + "']").waitFor();
        assertAccessible(operator, "day-fr-operator");
        operator.locator("a[href*='" + session + "']").click();
        assertThat(operator.locator("li.judged")).hasCount(3);
        assertAccessible(operator, "day-fr-jury");
        operator.locator(".call [type=submit]").click();
        operator.locator(".banner.right").waitFor();
        assertAccessible(operator, "day-fr-published");
    }

    void receive(Page zoe, Page ada, Page head) {
        for (Page page : List.of(zoe, ada)) page.navigate(product.address() + "/bookings.html");
        assertThat(zoe.locator(".outcome.good .score")).hasText(Pattern.compile("\\d+ pix.*", Pattern.CASE_INSENSITIVE));
        ada.locator(".outcome.bad").waitFor();
        assertAccessible(zoe, "day-fr-phone-result");
        assertAccessible(ada, "day-fr-cancelled");
        assertTrue(personIn(zoe, product).get("/me/export").json().path("bookings").path(0).path("result").has("pix"));
        zoe.locator("a[href^='/corrections']").click();
        assertThat(zoe.locator(".corrected")).hasCount(32);
        zoe.locator(".corrected summary").first().click();
        zoe.locator(".correction-body .verdict").waitFor();
        assertAccessible(zoe, "day-fr-phone-corrections");
        head.reload();
        head.locator(".log li").nth(20).waitFor();
        assertAccessible(head, "day-fr-log");
        new Person(product.address(), "", "").post("/local/schedules/IssueCertificates", "");
        zoe.navigate(product.address() + "/certificates.html");
        assertThat(zoe.locator(".certificate-card")).hasCount(1);
    }
}
