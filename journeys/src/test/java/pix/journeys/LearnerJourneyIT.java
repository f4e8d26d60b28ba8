package pix.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.journeys.WithBrowser.assertAccessible;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the guide to a profile and on to training, as a newcomer does it. */
class LearnerJourneyIT {
    private static final int CHECKED_QUESTIONS = 6;
    /** From here on "I do not know" is enough. */
    private static final int FILLED_QUESTIONS = 14;

    @TempDir
    private static Path data;

    private static WithBrowser browser;
    private static Product product;

    private record Words(
            String language, String pupil, String third, String home, String givenName, String familyName, String day,
            String month, String year, String situation, String username, String password, String create, String place,
            String submit, String skip, String next, String results, String pause, String resume, String train) {}

    private static final Words FRENCH = new Words("fr", "Je suis élève", "En troisième", "À la maison", "Prénom", "Nom",
            "Jour", "Mois", "Année", "Votre situation", "Identifiant", "Mot de passe", "Créer mon compte",
            "Commencer le positionnement", "Valider", "Je ne sais pas", "Question suivante",
            "Voir mes résultats", "Pause", "Reprendre", "S’entraîner");
    private static final Words ENGLISH = new Words("en", "I am a pupil", "Troisième", "At home", "Given name",
            "Family name", "Day", "Month", "Year", "Your situation", "Username", "Password", "Create my account",
            "Start the placement test", "Submit", "I don", "Next question", "See my results", "Pause", "Resume", "Train");

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
    void a_newcomer_on_a_phone_goes_from_the_guide_to_a_profile_in_french() {
        journey(FRENCH, 360, 740, "phone.fr");
    }

    @Test
    void a_newcomer_at_a_desk_goes_from_the_guide_to_a_profile_in_english() {
        journey(ENGLISH, 1280, 900, "desk.en");
    }

    private void journey(Words words, int width, int height, String username) {
        try (BrowserContext window = browser.window(words.language(), width, height)) {
            Page page = window.newPage();
            List<String> errors = new ArrayList<>();
            page.onPageError(errors::add);
            page.onConsoleMessage(m -> {
                if (m.type().equals("error") && !m.text().contains("Failed to load resource")) errors.add(m.text());
            });

            readGuide(page, words);
            register(page, words, username);
            page.getByRole(AriaRole.BUTTON, named(words.place())).first().click();
            Set<String> kinds = new HashSet<>();
            for (int n = 1; n <= CHECKED_QUESTIONS; n++) answer(page, words, n, kinds, true);

            String heading = page.locator("h1").innerText();
            String text = page.locator(".question-text").innerText();
            product.kill();
            product.start();
            page.navigate(product.address() + "/profile.html");
            page.getByText(words.resume(), new Page.GetByTextOptions().setExact(true)).first().click();
            assertThat(page.locator("h1")).hasText(heading);
            assertEquals(text, page.locator(".question-text").innerText(), "the question that waited");

            int n = CHECKED_QUESTIONS + 1;
            while (answer(page, words, n, kinds, false)) n++;
            page.locator(".profile").waitFor();
            assertAccessible(page, username + "-end");
            assertTrue(n >= 32, "questions: " + n);
            assertTrue(kinds.size() >= 2, "kinds of question met: " + kinds);

            page.navigate(product.address() + "/profile.html");
            page.locator("[data-competence='5.2']").first().waitFor();
            assertAccessible(page, username + "-profile");
            assertEquals(16, page.locator(".profile [data-competence]").count());

            page.getByRole(AriaRole.BUTTON, named(words.train())).first().click();
            page.locator(".question-text").waitFor();
            answer(page, words, 1, kinds, false);
            assertEquals(List.of(), errors);
        }
    }

    private static void readGuide(Page page, Words words) {
        page.navigate(product.address() + "/");
        page.locator("h1").waitFor();
        assertAccessible(page, words.language() + "-home");
        page.navigate(product.address() + "/guide.html");
        for (String choice : List.of(words.pupil(), words.third(), words.home())) {
            page.getByText(choice).first().waitFor();
            assertAccessible(page, words.language() + "-guide-" + choice.replaceAll("\\P{L}", ""));
            page.getByText(choice).first().click();
        }
        page.locator("main a[href^='/register.html']").first().waitFor();
        assertAccessible(page, words.language() + "-advice");
        page.locator("main a[href^='/register.html']").first().click();
    }

    private static void register(Page page, Words words, String username) {
        page.getByLabel(words.givenName(), exactly()).waitFor();
        assertAccessible(page, words.language() + "-register");
        page.getByLabel(words.givenName(), exactly()).fill("Zoë-Ève");
        page.getByLabel(words.familyName(), exactly()).fill("O'Brien Lefèvre");
        page.getByLabel(words.day(), exactly()).fill("14");
        fillOrSelect(page.getByLabel(words.month(), exactly()), "3");
        page.getByLabel(words.year(), exactly()).fill("2012");
        page.getByLabel(words.situation(), exactly()).selectOption("3e");
        page.getByLabel(words.username(), exactly()).fill(username);
        page.getByLabel(words.password(), exactly()).fill("neuf");
        page.getByRole(AriaRole.BUTTON, named(words.create())).click();
        assertThat(page.locator("#password")).isFocused();
        assertNotEquals(page.locator("#password-hint").innerText(), page.locator("#password-error").innerText());
        page.getByLabel(words.password(), exactly()).fill("neuf violons bleus");
        page.getByRole(AriaRole.BUTTON, named(words.create())).click();
        page.waitForURL("**/profile.html**");
        page.getByRole(AriaRole.BUTTON, named(words.place())).first().waitFor();
        assertAccessible(page, username + "-welcome");
    }

    /** Answers question {@code n}, any answer the form takes; false where it was the last. */
    private static boolean answer(Page page, Words words, int n, Set<String> kinds, boolean checked) {
        assertThat(page.locator("h1")).hasText(Pattern.compile("\\b" + n + "\\b"));
        if (checked) assertAccessible(page, words.language() + "-question-" + n);
        if (n <= FILLED_QUESTIONS) fill(page, kinds);
        Locator submit = page.getByRole(AriaRole.BUTTON, named(words.submit()));
        if (n % 5 == 0 || n > FILLED_QUESTIONS) page.getByRole(AriaRole.BUTTON, named(words.skip())).click();
        else submit.click();
        page.locator("#verdict").waitFor();
        assertFalse(page.locator(".verdict").innerText().isBlank());
        if (checked) assertAccessible(page, words.language() + "-correction-" + n);
        Locator results = page.getByText(words.results());
        if (results.count() > 0) {
            results.first().click();
            return false;
        }
        page.getByText(words.next()).first().click();
        return true;
    }

    /** Any answer the form takes. @param kinds is told what kind of question it was */
    static void fill(Page page, Set<String> kinds) {
        Locator answers = page.locator(".answers");
        Locator radios = answers.locator("input[type=radio]");
        Locator boxes = answers.locator("input[type=checkbox]");
        Locator lists = answers.locator("select");
        Locator lines = answers.locator("input[type=text]");
        if (radios.count() > 0) radios.first().check();
        if (boxes.count() > 0) boxes.first().check();
        for (int i = 0; i < lists.count(); i++) lists.nth(i).selectOption(new SelectOption().setIndex(1));
        for (int i = 0; i < lines.count(); i++) lines.nth(i).fill("42");
        if (answers.locator("ol.order").count() > 0) {
            answers.locator("button.move:enabled").first().click();
            kinds.add("order");
        }
        if (radios.count() > 0) kinds.add("choice");
        if (boxes.count() > 0) kinds.add("choices");
        if (page.locator("fieldset.pairs").count() > 0) kinds.add("match");
        else if (lists.count() + lines.count() > 1) kinds.add("fields");
        else if (page.locator("input.number-input").count() > 0) kinds.add("number");
        else if (lines.count() == 1) kinds.add("text");
    }

    private static void fillOrSelect(Locator field, String value) {
        if (field.evaluate("e => e.tagName").equals("SELECT")) field.selectOption(value);
        else field.fill(value);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
