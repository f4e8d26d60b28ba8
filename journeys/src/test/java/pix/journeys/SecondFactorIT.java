package pix.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static pix.journeys.WithBrowser.assertAccessible;
import static pix.journeys.WithBrowser.signIn;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.io.TempDir;
import pix.embedded.Totp;

/** An operator registers an authenticator app, signs in with its code, and takes it away: with the keyboard, on a narrow screen too. */
class SecondFactorIT {
    private static final Duration STEP = Duration.ofSeconds(30);

    @TempDir
    private static Path data;

    private static WithBrowser browser;
    private static Product product;

    private record Words(String language, int width, String username, String signOut, String wrongCode, String done, String wrong, String removed) {}

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

    static List<Words> words() {
        return List.of(
                new Words("fr", 320, "olga.demo", "Se déconnecter", "Ce code n'est pas le bon.", "C’est activé.", "Mot de passe ou code incorrect.", "C’est retiré."),
                new Words("en", 1280, "karim.demo", "Sign out", "This code is wrong.", "Activated.", "Wrong password or code.", "Removed."));
    }

    @ParameterizedTest
    @MethodSource("words")
    void an_app_is_registered_asked_for_and_taken_away(Words words) {
        String language = words.language();
        try (BrowserContext window = browser.window(language, words.width(), 740)) {
            Page page = window.newPage();
            signIn(product, page, words.username(), "/account.html");
            String secret = begin(page, language);

            type(page, "#factorCode", "12345");
            assertThat(page.locator("#factorCode-error")).containsText(words.wrongCode());
            assertThat(page.locator("#factorCode")).isFocused();
            assertAccessible(page, language + "-factor-wrong");
            // A phone half a minute late, one that is right, one half a minute early: three codes of this half minute.
            page.waitForFunction("() => Date.now() % 30000 < 20000");
            Instant now = Instant.now();
            type(page, "#factorCode", Totp.of(secret, now.minus(STEP)));
            assertThat(page.locator("#banner")).containsText(words.done());
            assertThat(page.locator("#factor")).isFocused();
            assertAccessible(page, language + "-factor-on");

            if (words.width() < 1024) page.locator(".menu-button").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words.signOut())).click();
            signInWithCode(page, words, Totp.of(secret, now));

            open(page);
            page.locator("#factorPassword").fill(Product.DEMONSTRATION_PASSWORD);
            type(page, "#factorCode", "000000");
            assertThat(page.locator("section .form-error")).containsText(words.wrong());
            assertAccessible(page, language + "-factor-removing");
            type(page, "#factorCode", Totp.of(secret, now.plus(STEP)));
            assertThat(page.locator("#banner")).containsText(words.removed());
            page.reload();
            open(page);
            assertThat(page.locator("#factorCode")).hasCount(0);
        }
    }

    /** Returns the secret the page shows. */
    private static String begin(Page page, String language) {
        open(page);
        type(page, "#factorPassword", "not-this-one");
        assertThat(page.locator("#factorPassword-error")).isVisible();
        assertThat(page.locator("#factorPassword")).isFocused();
        type(page, "#factorPassword", Product.DEMONSTRATION_PASSWORD);
        assertThat(page.locator("#factor-key")).isFocused();
        Locator link = page.locator("a[href^='otpauth://totp/pix:']");
        assertThat(link).isVisible();
        assertEquals(link.getAttribute("href"), scanned(page.locator(".secret-picture").screenshot()));
        assertAccessible(page, language + "-factor-key");
        return page.locator(".secret-key").innerText().replace(" ", "");
    }

    /** What a phone held before the picture reads. */
    private static String scanned(byte[] screenshot) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(screenshot));
            int[] dots = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            LuminanceSource light = new RGBLuminanceSource(image.getWidth(), image.getHeight(), dots);
            return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light))).getText();
        } catch (IOException | ReaderException e) {
            throw new AssertionError("no QR code can be read", e);
        }
    }

    private static void open(Page page) {
        page.locator("#factor-open").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#factorPassword")).isFocused();
    }

    private static void signInWithCode(Page page, Words words, String code) {
        page.navigate(product.address() + "/sign-in.html?next=%2Faccount.html");
        page.locator("#username").fill(words.username());
        type(page, "#password", Product.DEMONSTRATION_PASSWORD);
        assertThat(page.locator("#code")).isFocused();
        type(page, "#code", "no");
        assertThat(page.locator(".form-error")).containsText(words.wrong());
        type(page, "#code", code);
        page.waitForURL(product.address() + "/account.html");
    }

    private static void type(Page page, String field, String text) {
        page.locator(field).fill(text);
        page.locator(field).press("Enter");
    }
}
