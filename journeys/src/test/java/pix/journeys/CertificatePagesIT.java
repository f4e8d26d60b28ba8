package pix.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.journeys.WithBrowser.assertAccessible;
import static pix.journeys.WithBrowser.drop;
import static pix.journeys.WithBrowser.signIn;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate in the browser: its holder downloads it, a stranger verifies it, the operator corrects and revokes it. */
class CertificatePagesIT {
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
    void dates_and_apostrophes_are_written_as_they_are_printed() {
        try (BrowserContext french = browser.window("fr", 360, 740); BrowserContext english = browser.window("en", 360, 740)) {
            assertEquals("1er décembre 2026 · 21 décembre 2026 · mardi 1er décembre 2026 · l’eau", printed(french.newPage()));
            assertEquals("1 December 2026 · 21 December 2026 · Tuesday, 1 December 2026 · don’t 'x'", printed(english.newPage()));
        }
    }

    private static String printed(Page page) {
        page.navigate(product.address() + "/verify.html");
        return (String) page.evaluate("""
                async () => {
                  const { date, day, inLanguage } = await import('/js/i18n.js');
                  return [date('2026-12-01'), date('2026-12-21'), day('2026-12-01T12:00:00Z'), inLanguage({ fr: "l'eau", en: "don't 'x'" })].join(' · ');
                }""");
    }

    @Test
    void is_downloaded_verified_corrected_revoked_and_verified_again() throws IOException {
        try (BrowserContext holders = browser.window("fr", 360, 740); BrowserContext strangers = browser.window("en", 1280, 900)) {
            Page holder = holders.newPage();
            signIn(product, holder, "karim.demo", "/certificates.html");
            awaitCertificate(holder);
            assertAccessible(holder, "fr-certificates");
            Path pdf = download(holder, "Télécharger le PDF");
            Path credential = download(holder, "Télécharger l’attestation numérique");
            String code = pdf.getFileName().toString().replaceAll("pix-|\\.pdf", "");
            assertTrue(Files.readString(credential).startsWith("eyJ"));

            Page stranger = strangers.newPage();
            stranger.navigate(product.address() + "/verify.html");
            assertAccessible(stranger, "en-verify");
            stranger.locator("#code").fill(code);
            stranger.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verify")).click();
            assertThat(stranger.locator(".verdict-line")).hasText("This certificate is valid.");
            assertThat(stranger.locator(".checks li")).hasCount(5);
            for (String check : stranger.locator(".checks li").allInnerTexts()) assertTrue(check.endsWith("passed"), check);
            assertAccessible(stranger, "en-verified");

            stranger.locator("#file").setInputFiles(pdf);
            assertThat(stranger.locator(".verdict-line")).hasText("This certificate is valid.");
            assertThat(stranger.locator(".certificate-facts")).containsText("Karim Benali");
            assertThat(stranger.locator(".reading li")).hasCount(5);
            aLateReplyChangesNothing(stranger, tampered(credential), pdf);
            stranger.locator("#file").setInputFiles(tampered(credential));
            assertThat(stranger.locator(".verdict-line")).hasText(Pattern.compile("has been changed|does not hold"));

            drop(stranger, "h1", "certificate.pdf", Files.readAllBytes(pdf));
            assertThat(stranger.locator(".verdict-line")).hasText("This certificate is valid.");
            drop(stranger, "form", "credential.jwt", Files.readAllBytes(tampered(credential)));
            assertThat(stranger.locator(".verdict-line")).hasText(Pattern.compile("has been changed|does not hold"));

            String corrected = correctAndRevoke(code);
            stranger.navigate(product.address() + "/verify.html?again#" + code);
            assertThat(stranger.locator(".verdict-line")).hasText("This certificate has been revoked.");
            assertThat(stranger.locator(".checks li").last()).hasText("Not revoked: failed");
            assertAccessible(stranger, "en-revoked");
            stranger.navigate(product.address() + "/verify.html?corrected#" + corrected);
            assertThat(stranger.locator(".verdict-line")).hasText("This certificate has been revoked.");
            assertThat(stranger.locator(".certificate-facts")).containsText("Karim Ben Ali");
            holder.reload();
            assertThat(holder.locator(".verdict-line")).hasText(new String[] {"Ce certificat a été révoqué.", "Ce certificat a été révoqué."});
            stranger.navigate(product.address() + "/verify.html?unknown#AAAA-BBBB-CCCC-D");
            assertThat(stranger.locator("#code-error")).isVisible();
            assertThat(stranger.locator("#code")).isFocused();
            stranger.locator("#file").setInputFiles(new FilePayload("notes.txt", "text/plain", "no credential".getBytes(StandardCharsets.UTF_8)));
            assertThat(stranger.locator("#file-error")).isVisible();
            assertThat(stranger.locator("#file")).isFocused();
            assertAccessible(stranger, "en-verify-no-credential");
            aFailedFileMayBeChosenAgain(stranger, pdf);
            noKeyIsPublished(stranger);
            stranger.locator("#file").setInputFiles(credential);
            assertThat(stranger.locator(".checks li").filter(new Locator.FilterOptions().setHasText("ignature"))).containsText("not done");
        }
    }

    /** The first file's reply comes after the second's: what is shown is about the second, which is valid. */
    private static void aLateReplyChangesNothing(Page page, Path first, Path second) {
        String asked = "**/verification";
        List<Route> held = new ArrayList<>();
        page.route(asked, route -> {
            if (held.isEmpty()) held.add(route);
            else route.resume();
        });
        page.locator("#file").setInputFiles(first);
        page.waitForCondition(() -> !held.isEmpty());
        page.locator("#file").setInputFiles(second);
        assertThat(page.locator(".verdict-line")).hasText("This certificate is valid.");
        page.waitForResponse(asked, held.getFirst()::resume).finished();
        page.unroute(asked);
        page.evaluate("() => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)))");
        assertThat(page.locator(".verdict-line")).hasText("This certificate is valid.");
    }

    private static void aFailedFileMayBeChosenAgain(Page page, Path file) {
        page.route("**/verification", Route::abort);
        page.locator("#file").setInputFiles(file);
        assertThat(page.locator(".form-error")).isVisible();
        page.unroute("**/verification");
        page.locator("#file").setInputFiles(file);
        assertThat(page.locator(".verdict-line")).isVisible();
    }

    private static void noKeyIsPublished(Page page) {
        page.route("**/.well-known/did.json", route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json").setBody("{\"verificationMethod\": []}")));
    }

    /** The demonstration's certificate is issued by the schedule, which is fired until the certificate is there. */
    private static void awaitCertificate(Page page) {
        for (int i = 0; i < 20; i++) {
            page.request().post(product.address() + "/local/schedules/IssueCertificates");
            page.reload();
            page.locator("h1").waitFor();
            page.locator(".certificate-card, main .lead").first().waitFor();
            if (page.locator(".certificate-card").count() > 0) return;
        }
        throw new AssertionError("no certificate was issued");
    }

    private Path download(Page page, String button) {
        Download download = page.waitForDownload(() ->
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click());
        Path file = data.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    /** The same file with one letter of its claims changed. */
    private static Path tampered(Path credential) throws IOException {
        String[] parts = Files.readString(credential).strip().split("\\.");
        int middle = parts[1].length() / 2;
        char other = parts[1].charAt(middle) == 'A' ? 'B' : 'A';
        String changed = parts[1].substring(0, middle) + other + parts[1].substring(middle + 1);
        return Files.writeString(data.resolve("tampered.jwt"), parts[0] + "." + changed + "." + parts[2]);
    }

    /** At the operator's desk, by keyboard where it matters; returns the code of the certificate that took its place. */
    private static String correctAndRevoke(String code) {
        try (BrowserContext operators = browser.window("en", 360, 740)) {
            Page operator = operators.newPage();
            signIn(product, operator, "olga.demo", "/operator.html?view=certificates");
            operator.locator("#code").fill("AAAA-BBBB-CCCC-D");
            operator.keyboard().press("Enter");
            assertThat(operator.locator("#code-error")).hasText("No certificate has this code.");
            operator.locator("#code").fill(code.toLowerCase(java.util.Locale.ROOT));
            operator.keyboard().press("Enter");
            assertThat(operator.locator("#certificate")).hasText("Karim Benali");
            assertThat(operator.locator("#certificate")).isFocused();
            assertAccessible(operator, "en-desk");

            operator.locator("#correct").press("Enter");
            assertThat(operator.locator("#givenNames")).isFocused();
            operator.locator("#familyName").fill("Ben Ali");
            operator.keyboard().press("Enter");
            assertThat(operator.locator("#reason-error")).hasText("Say why, in a few words.");
            assertAccessible(operator, "en-desk-correct");
            operator.locator("#reason").fill("Wrongly spelt");
            operator.locator("form [type=submit]").last().press("Enter");
            assertThat(operator.locator("#certificate")).hasText("Karim Ben Ali");
            assertThat(operator.locator(".certificate-facts + p")).containsText(code);
            String corrected = operator.locator("#code").inputValue();

            operator.locator("#revoke").press("Enter");
            assertThat(operator.locator("#reason")).isFocused();
            operator.locator("#reason").fill("Issued by mistake");
            operator.locator("form [type=submit]").last().press("Enter");
            assertThat(operator.locator(".verdict-line")).hasText("This certificate has been revoked.");
            assertThat(operator.locator("#revoke")).hasCount(0);
            assertAccessible(operator, "en-desk-revoked");
            return corrected;
        }
    }
}
