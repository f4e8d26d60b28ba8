package pix.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static pix.journeys.WithBrowser.signIn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pix.Language;
import pix.bank.Item;
import pix.bank.pack.PackedBank;
import pix.functions.assessment.CorrectionJson;
import pix.functions.assessment.QuestionJson;
import pix.http.Json;
import pix.http.ResponseJson;

/** Every item of the bank on the smallest phone: question, answer and correction, as the page of corrections shows them. */
class EveryQuestionIT {
    private static final int SEED = 1;
    private static final int PAGE = 30; // items at a time: every unfolding draws the list anew
    private static final String CORRECTIONS = "**/assessments/every/corrections";
    private static final String WHAT_SCROLLS = """
            async () => {
              const found = [];
              const { documentElement: root } = document;
              for (const details of document.querySelectorAll('.corrected')) {
                const drawn = new Promise((done) => details.addEventListener('toggle', done, { once: true }));
                details.open = true;
                await drawn;
                await Promise.all([...details.querySelectorAll('img')].map((img) => img.decode()));
                const question = details.querySelector('.question-text').innerText;
                if (!details.querySelector('.verdict')) found.push('without a correction: ' + question);
                if (root.scrollWidth > root.clientWidth) found.push(question);
              }
              return found;
            }""";

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

    @ParameterizedTest
    @EnumSource
    void no_question_makes_a_phone_scroll_sideways(Language language) {
        List<Item> items = PackedBank.load().items();
        try (BrowserContext window = browser.window(language.tag(), 320, 640)) {
            Page page = window.newPage();
            signIn(product, page, "lea.demo", "/account.html");
            List<Object> tooWide = new ArrayList<>();
            for (int from = 0; from < items.size(); from += PAGE) {
                List<Item> some = items.subList(from, Math.min(from + PAGE, items.size()));
                page.route(CORRECTIONS, route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json").setBody(corrections(some, language))));
                page.navigate(product.address() + "/corrections.html?assessment=every");
                assertThat(page.locator(".corrected")).hasCount(some.size());
                tooWide.addAll((List<?>) page.evaluate(WHAT_SCROLLS));
                page.unroute(CORRECTIONS);
            }

            assertEquals(List.of(), tooWide);
        }
    }

    private static String corrections(List<Item> items, Language language) {
        ObjectNode json = Json.object().put("locale", language.tag());
        json.set("answers", Json.array(IntStream.range(0, items.size()).boxed().toList(), n -> answer(n + 1, items.get(n), language)));
        return Json.write(json);
    }

    private static ObjectNode answer(int sequence, Item item, Language language) {
        ObjectNode json = Json.object().put("outcome", "correct");
        json.set("question", QuestionJson.of(sequence, item.question(SEED, language)));
        json.set("response", ResponseJson.write(item.rightResponse(SEED, language)));
        json.set("correction", CorrectionJson.of(item.correction(SEED, language)));
        return json;
    }
}
