package pix.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.regex.Pattern;

/** What people do in the pages of an exam day, whoever they are. */
final class InExam {
    private InExam() {}

    static void answer(Page page, int n) {
        assertThat(page.locator("h1.question-number")).hasText(number(n));
        send(page);
        assertThat(page.locator("h1.question-number")).hasText(number(n + 1));
    }

    static void send(Page page) {
        LearnerJourneyIT.fill(page, new HashSet<>());
        page.locator(".question-actions [type=submit]").click();
    }

    static Pattern number(int n) {
        return Pattern.compile("\\b" + n + "\\b");
    }

    /** The person of a page, on the device that the page is. */
    static Person personIn(Page page, Product product) {
        return new Person(product.address(),
                (String) page.evaluate("JSON.parse(sessionStorage['pix.session']).accessToken"),
                (String) page.evaluate("localStorage['pix.device']"));
    }
}
