package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.PanelStage.CHANNEL;
import static dev.creatorledger.standalone.e2e.PanelStage.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Who comes in, who does not, and in which language. */
abstract class PanelEntrance {

    private final PanelStage stage;

    PanelEntrance(PanelStage stage) {
        this.stage = stage;
    }

    @ParameterizedTest
    @CsvSource({"fa, rtl, ورود", "ms-MY, ltr, Log masuk", "en-GB, ltr, Sign in", "de, ltr, Sign in"})
    void speaksTheBrowsersLanguage(String wished, String direction, String heading) {
        Browser browser = stage.somebody(wished).open("/panel");
        assertThat(browser.path()).isEqualTo("/panel/sign-in");
        assertThat(browser.heading()).isEqualTo(heading);
        assertThat(browser.attribute("html", "dir")).isEqualTo(direction);
        assertThat(browser.attribute("html", "lang")).isEqualTo(wished.equals("de") ? "en" : wished.substring(0, 2));
        browser.assertThatEverybodyCanUseIt();
    }

    @Test
    void remembersTheLanguageThatWasChosen() {
        Browser browser = stage.somebody("en").open("/panel/sign-in");
        browser.follow(".languages a[hreflang=fa]");
        assertThat(browser.heading()).isEqualTo("ورود");
        assertThat(browser.open("/panel/sign-in").heading()).isEqualTo("ورود");
        browser.screenshot("sign-in-fa");
    }

    @Test
    void letsInWhoHasATokenAndOutAgain() {
        Browser browser = stage.signedIn("en", "creator", CHANNEL);
        assertThat(browser.path()).isEqualTo("/panel/channels/" + CHANNEL);
        assertThat(browser.text(".who .name")).contains("creator:" + CHANNEL);
        assertThat(browser.cookies())
                .anySatisfy(cookie -> assertThat(cookie.get("name")).hasToString("ledger_panel"))
                .allSatisfy(cookie -> {
                    assertThat(cookie.get("path")).hasToString("/panel");
                    assertThat(cookie.get("httpOnly")).hasToString("true");
                    assertThat(cookie.get("sameSite")).hasToString("Strict");
                });
        browser.follow(".who button");
        assertThat(browser.text(".notice")).isEqualTo("You are signed out.");
        browser.open("/panel/channels/" + CHANNEL).isAt("/panel/sign-in");
    }

    @Test
    void leadsToThePageThatWasAskedFor() {
        Browser browser = stage.somebody("en").open("/panel/channels?channel=" + CHANNEL);
        assertThat(browser.path()).isEqualTo("/panel/sign-in");
        browser.type("#token", stage.token("auditor", null));
        browser.follow("main button[type=submit]");
        browser.isAt("/panel/channels/" + CHANNEL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a.b.c"})
    void refusesWhatIsNoToken(String token) {
        Browser browser = stage.somebody("en").open("/panel/sign-in");
        browser.type("#token", token);
        browser.follow("main button[type=submit]");
        assertThat(browser.text(".notice.bad")).startsWith("This token is malformed");
        browser.screenshot("sign-in-refused-en");
    }

    @Test
    void tellsRolesWithoutPagesThatThereAreNone() {
        Browser browser = stage.somebody("en").open("/panel/sign-in");
        browser.type("#token", stage.token("ingest", null));
        browser.follow("main button[type=submit]");
        assertThat(browser.text(".notice.bad")).startsWith("There are no pages");
        assertThat(browser.cookies()).noneMatch(cookie -> "ledger_panel".equals(cookie.get("name")));
    }

    @Test
    void keepsACreatorFromAnothersPages() {
        Browser browser = stage.signedIn("en", "creator", CHANNEL).open("/panel/channels/" + OTHER);
        assertThat(browser.heading()).isEqualTo("This is not yours to see");
        assertThat(browser.open("/panel/channels/none-of-this-name").heading()).isEqualTo("This is not yours to see");
        assertThat(browser.open("/panel/nowhere").heading()).isEqualTo("There is nothing here");
        browser.screenshot("not-found-en");
    }

    @Test
    void isUsedByKeyboardAlone() {
        Browser browser = stage.somebody("en").open("/panel/sign-in");
        browser.press(Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("Skip to the content");
        browser.press(Keys.ENTER);
        browser.press(Keys.TAB);
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("token");
        browser.focused().sendKeys(stage.token("creator", CHANNEL), Keys.ENTER);
        browser.isAt("/panel/channels/" + CHANNEL);
    }

    @Test
    void needsNoScripts() {
        Browser browser = stage.somebody("en").scripts(false);
        browser.signIn(stage.token("creator", CHANNEL));
        assertThat(browser.path()).isEqualTo("/panel/channels/" + CHANNEL);
        assertThat(browser.open("/panel/channels/" + CHANNEL + "/income").text("#income-caption"))
                .startsWith("Ad income");
        assertThat(browser.all("canvas")).isEmpty();
    }
}
