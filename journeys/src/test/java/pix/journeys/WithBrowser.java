package pix.journeys;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A browser of this machine, for tests of pages. Tests are skipped, and say so, where there is none. */
public final class WithBrowser implements AutoCloseable {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String NO_BROWSER =
            "Browser tests are skipped: no Chromium on this machine (on Debian: apt-get install chromium)";
    private static final Path PICTURES = Path.of("target", "pictures");

    private final Playwright playwright;
    private final Browser browser;

    private WithBrowser(Path executable) {
        this.playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(executable)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking",
                        "--disable-component-update", "--disable-sync", "--no-first-run")));
    }

    public static WithBrowser open() {
        Optional<Path> found = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .map(Path::of).filter(Files::isExecutable).findFirst();
        if (found.isEmpty()) System.out.println(NO_BROWSER);
        assumeTrue(found.isPresent(), NO_BROWSER);
        return new WithBrowser(found.get());
    }

    /** A window of its own, as another person or device has; without animations, so that a look is never half-way. */
    public BrowserContext window(String language, int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language).setViewportSize(width, height).setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(20_000);
        return context;
    }

    /** As somebody of the demonstration. */
    static void signIn(Product product, Page page, String username, String next) {
        signIn(product, page, username, Product.DEMONSTRATION_PASSWORD, next);
    }

    /** @param next where the sign-in leads, a path of the product */
    static void signIn(Product product, Page page, String username, String password, String next) {
        page.navigate(product.address() + "/sign-in.html?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.keyboard().press("Enter");
        page.waitForURL(product.address() + next);
        page.locator("h1").waitFor();
    }

    /** Lets a file fall on an element, as from a folder beside the browser. */
    static void drop(Page page, String selector, String name, byte[] content) {
        JSHandle held = page.evaluateHandle("""
                ([name, content]) => {
                  const held = new DataTransfer();
                  held.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name));
                  return held;
                }""", List.of(name, Base64.getEncoder().encodeToString(content)));
        for (String event : List.of("dragover", "drop")) page.dispatchEvent(selector, event, Map.of("dataTransfer", held));
    }

    /** Nothing that axe-core finds is wrong with the page as it is now, and it does not scroll sideways. */
    static void assertAccessible(Page page, String name) {
        picture(page, name);
        var violations = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
        List<String> found = violations.stream()
                .map(v -> v.getId() + ": " + v.getHelp() + " " + v.getNodes().stream().map(n -> n.getHtml()).limit(3).toList())
                .toList();
        assertTrue(found.isEmpty(), name + ": " + found);
        int tooWide = (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertTrue(tooWide <= 0, name + " scrolls sideways by " + tooWide + " px");
    }

    /** Keeps what the page looks like under {@code target/pictures}. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
