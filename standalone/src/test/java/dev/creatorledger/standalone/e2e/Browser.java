package dev.creatorledger.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A browser as it is installed on this machine, and somebody at it. */
final class Browser implements AutoCloseable {

    /** A desk. */
    static final int WIDE = 1_200;
    /** The narrowest phone that a page has to fit. */
    static final int NARROW = 320;

    private static final int HEIGHT = 900;
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** Held, so that its level lasts: there are no bindings for developer tools here, and none are needed. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;
    private final URI address;
    private int width = WIDE;

    private Browser(ChromeDriver driver, URI address) {
        this.driver = driver;
        this.address = address;
    }

    /** Opens one on a service; where there is no browser the test is skipped, and says so. */
    static Browser on(URI address) {
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installed("chromium").toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars");
        // It is to ask nobody but the service.
        options.addArguments("--disable-background-networking", "--disable-component-update", "--no-first-run");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(installed("chromedriver").toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options), address).of(WIDE);
    }

    private static Path installed(String program) {
        Path found = Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(
                found != null, "skipped: " + program + " is not installed (apt-get install chromium chromium-driver)");
        return Objects.requireNonNull(found);
    }

    /** Somebody else comes: nobody is signed in, and the browser asks for a language. */
    Browser fresh(String language) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", language)));
        // What it complained about on somebody else's pages is not this one's.
        complaints();
        return dark(false).scripts(true).of(WIDE);
    }

    /** Gives the window a width. */
    Browser of(int width) {
        this.width = width;
        sized(width, HEIGHT);
        return this;
    }

    private void sized(int width, int height) {
        Map<String, Object> metrics = new HashMap<>();
        metrics.put("width", width);
        metrics.put("height", height);
        metrics.put("deviceScaleFactor", 1);
        metrics.put("mobile", false);
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", metrics);
    }

    /** Wishes for dark colours, or light ones. */
    Browser dark(boolean dark) {
        Map<String, Object> wish = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(wish)));
        return this;
    }

    /** Lets scripts run, or none. */
    Browser scripts(boolean run) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
        return this;
    }

    Browser open(String path) {
        driver.get(address.resolve(path).toString());
        return this;
    }

    /** Signs in with a token, as somebody does who comes for the first time. */
    Browser signIn(String token) {
        open("/panel/sign-in");
        driver.findElement(By.id("token")).sendKeys(token);
        follow("main button[type=submit]");
        await("signed in").atMost(LIMIT).until(() -> !path().equals("/panel/sign-in"));
        return this;
    }

    /** Clicks on what changes the page, or a part of it, by and by. */
    void click(String selector) {
        one(selector).click();
    }

    /** Clicks on what leads to another page, and waits for it: the one that is left may still be there for a moment. */
    void follow(String selector) {
        WebElement left = one("html");
        click(selector);
        await("another page than " + url()).atMost(LIMIT).until(() -> isGone(left));
    }

    private static boolean isGone(WebElement element) {
        try {
            element.isEnabled();
            return false;
        } catch (StaleElementReferenceException e) {
            return true;
        }
    }

    void type(String selector, String text) {
        WebElement field = one(selector);
        field.clear();
        field.sendKeys(text);
    }

    /** Presses keys where the focus is. */
    void press(Keys... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** What has the focus. */
    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    WebElement one(String selector) {
        return await(selector)
                .atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> driver.findElement(By.cssSelector(selector)), Objects::nonNull);
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** What is written somewhere; a script may be about to replace it. */
    String text(String selector) {
        return await(selector)
                .atMost(LIMIT)
                .ignoreException(StaleElementReferenceException.class)
                .until(() -> one(selector).getText(), text -> true);
    }

    /** What is written in each of several places, at one moment. */
    List<String> texts(String selector) {
        Object texts = script(
                "return [...document.querySelectorAll(arguments[0])]"
                        + ".map(one => one.innerText.replaceAll('\\u00a0', ' ').trim())",
                selector);
        return ((List<?>) texts).stream().map(String::valueOf).toList();
    }

    String heading() {
        return text("h1");
    }

    /** Waits until it is at a page. */
    Browser isAt(String path) {
        await(path).atMost(LIMIT).until(() -> path().equals(path));
        return this;
    }

    /** Where it is, without the host. */
    String path() {
        return URI.create(Objects.requireNonNull(driver.getCurrentUrl())).getPath();
    }

    String url() {
        return Objects.requireNonNull(driver.getCurrentUrl());
    }

    String attribute(String selector, String name) {
        return String.valueOf(one(selector).getDomAttribute(name));
    }

    /** Whatever a script gives. */
    Object script(String script, Object... arguments) {
        return Objects.requireNonNull(driver.executeScript(script, arguments));
    }

    /** A picture of the whole page, kept among the artefacts of the build. */
    void screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Object height = script("return Math.max(document.documentElement.scrollHeight, arguments[0])", HEIGHT);
            sized(width, ((Number) height).intValue());
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
            sized(width, HEIGHT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails where the page does not fit its window: only tables and charts may scroll sideways, in themselves. */
    void assertThatThePageFits() {
        assertThat(script("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("what of %s sticks out at the side", url())
                .isEqualTo(0L);
    }

    /** Fails where axe finds something serious or critical. */
    void assertThatEverybodyCanUseIt() {
        driver.executeScript(axe());
        Object found = driver.executeAsyncScript(
                """
                const done = arguments[arguments.length - 1];
                axe.run(document, {resultTypes: ['violations']}).then(result => done(result.violations
                  .filter(one => one.impact === 'serious' || one.impact === 'critical')
                  .map(one => one.id + ': ' + one.nodes.map(node => node.html + ' ' + node.failureSummary).join('; '))));""");
        assertThat((List<?>) found).as("axe on %s", url()).isEmpty();
    }

    private static String axe() {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the browser complained about since it was asked last: scripts that fail, what the policy forbids. */
    List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }

    /** The cookies that the browser keeps, as it tells of them: name, path, httpOnly, sameSite and more. */
    List<Map<?, ?>> cookies() {
        Object cookies =
                driver.executeCdpCommand("Network.getCookies", Map.of()).get("cookies");
        return ((List<?>) Objects.requireNonNull(cookies))
                .stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
