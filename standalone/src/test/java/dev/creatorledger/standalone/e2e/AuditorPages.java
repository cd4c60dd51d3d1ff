package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.PanelStage.CHANNEL;
import static dev.creatorledger.standalone.e2e.PanelStage.PAYOUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** An auditor finds events, moves the books through time, has views replayed, and takes files home (U1–U4, L1–L4). */
abstract class AuditorPages {

    private static final String ROOT = "/panel/audit/";
    private static final String ACCOUNT = "account?name=liabilities:creators:" + CHANNEL + ":payable";

    private final PanelStage stage;

    AuditorPages(PanelStage stage) {
        this.stage = stage;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void areForEverybodyOnEveryScreen(String language) {
        Browser browser = stage.signedIn(language, "auditor", null);
        assertThat(browser.path()).isEqualTo(ROOT + "events");
        Map<String, String> pages = Map.of(
                "events", "events",
                "event", "events/20",
                "life", "life?aggregate=" + PAYOUT,
                "trial-balance", "trial-balance?channel=" + CHANNEL + "&asOf=2028-01-23T00:00",
                "journal", "journal",
                "account", ACCOUNT,
                "replays", "replays",
                "checkpoints", "checkpoints",
                "exports", "exports?channel=" + CHANNEL);
        pages.forEach((name, path) -> EveryScreen.shows(browser, ROOT + path, "audit-" + name + '-' + language));
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"fa, رویدادها, تراز آزمایشی", "ms, Peristiwa, Imbangan duga", "en, Events, Trial balance"})
    void speakTheReadersLanguage(String language, String events, String trial) {
        Browser browser = stage.signedIn(language, "auditor", null);
        assertThat(browser.heading()).isEqualTo(events);
        assertThat(browser.open(ROOT + "trial-balance").heading()).isEqualTo(trial);
    }

    @Test
    void findEventsAndGoFromOneToItsNeighbours() { // U1, U3
        Browser browser = stage.signedIn("en", "auditor", null);
        browser.type("#aggregate", PAYOUT);
        browser.type("#type", "PayoutApproved");
        browser.type("#actor", "operator");
        browser.follow("form.row button");
        assertThat(browser.all("tbody tr")).hasSize(1);
        browser.follow("tbody th a");
        assertThat(browser.text(".card")).contains("PayoutApproved", "payout:" + PAYOUT);
        assertThat(browser.text("main")).contains("checked by hand", "\"correlationId\"");
        String here = browser.path();
        String previous = browser.all(".facts dd").get(6).getText();
        assertThat(previous).matches("[0-9a-f]{64}");
        assertThat(browser.all("tbody tr")).hasSizeBetween(4, 7);
        browser.follow("tbody tr:nth-child(3) th a");
        assertThat(browser.path()).isNotEqualTo(here);
        assertThat(browser.all(".facts dd").get(5).getText()).isEqualTo(previous);
    }

    @Test
    void findNothingOfWhomNothingIsKnown() {
        Browser browser = stage.signedIn("en", "auditor", null).open(ROOT + "events?actor=nobody");
        assertThat(browser.text(".empty")).isEqualTo("No event matches.");
        assertThat(browser.open(ROOT + "events/99999999").heading()).isEqualTo("There is nothing here");
        assertThat(browser.open(ROOT + "events/x").heading()).isEqualTo("This cannot be shown");
        assertThat(browser.open(ROOT + "life?aggregate=nobody").heading()).isEqualTo("There is nothing here");
        assertThat(browser.open(ROOT + "events?from=yesterday").heading()).isEqualTo("This cannot be shown");
    }

    @Test
    void goFromPageToPageWithoutScripts() {
        Browser browser = stage.signedIn("en", "auditor", null).scripts(false);
        browser.open(ROOT + "events?limit=7&type=EarningsFinalized");
        assertThat(browser.all("tbody tr")).hasSize(7);
        String first = browser.text("tbody th");
        browser.follow("a[rel=next]");
        assertThat(browser.text("tbody th")).isNotEqualTo(first);
        assertThat(browser.url()).contains("type=EarningsFinalized");
        browser.open(ROOT + "trial-balance");
        assertThat(browser.one(".slide").isDisplayed()).isFalse();
        browser.type("#channel", CHANNEL);
        browser.follow("form.as-of button");
        assertThat(browser.text("#balance-title")).isEqualTo("Balance of " + CHANNEL);
    }

    @Test
    void showALifeFromItsBeginning() {
        Browser browser = stage.signedIn("en", "auditor", null).open(ROOT + "life?aggregate=payout:" + PAYOUT);
        List<String> way =
                browser.all(".way li > a").stream().map(one -> one.getText()).toList();
        assertThat(way).startsWith("PayoutRequested").containsSubsequence("PayoutApproved", "PayoutSent");
    }

    @Test
    void moveTheBooksThroughTime() { // L3, U2
        Browser browser = stage.signedIn("en", "auditor", null).open(ROOT + "trial-balance?channel=" + CHANNEL);
        String now = browser.text("#balance-title + .figures");
        assertThat(browser.text("#totals-caption")).isEqualTo("Totals by currency");
        assertThat(differences(browser)).isNotEmpty().allMatch(text -> text.matches("[A-Z]{3}\\s0(\\.00)?"), "is zero");
        browser.script("window.stayed = true; return true");
        browser.one("#as-of-slide").sendKeys(Keys.PAGE_DOWN, Keys.PAGE_DOWN, Keys.PAGE_DOWN, Keys.PAGE_DOWN);
        MemberStage.eventually(() -> {
            assertThat(browser.text("#books .notice")).startsWith("As of ");
            assertThat(browser.text("#balance-title + .figures")).isNotEqualTo(now);
        });
        assertThat(differences(browser)).isNotEmpty().allMatch(text -> text.matches("[A-Z]{3}\\s0(\\.00)?"), "is zero");
        assertThat(browser.script("return window.stayed")).isEqualTo(true);
        assertThat(browser.url()).contains("asOf=");
        browser.screenshot("audit-slider-en");
    }

    private static List<String> differences(Browser browser) {
        return browser.texts("[aria-labelledby=totals-caption] tbody td:last-child");
    }

    @Test
    void haveNoFutureToShow() {
        Browser browser = stage.signedIn("en", "auditor", null);
        assertThat(browser.open(ROOT + "trial-balance?asOf=2999-01-01T00:00").heading())
                .isEqualTo("This cannot be shown");
        assertThat(browser.open(ROOT + "account?name=nothing").heading()).isEqualTo("There is nothing here");
    }

    @Test
    void showWhatAReplayComesTo() { // U2
        Browser browser = stage.signedIn("en", "admin", null).open(ROOT + "replays");
        int before = browser.all("tbody tr").size();
        browser.script("document.getElementById('view').value = 'payouts'; return true");
        browser.click("main form button");
        MemberStage.eventually(() -> {
            assertThat(browser.all("tbody tr")).hasSizeGreaterThan(before);
            assertThat(browser.text("tbody tr")).contains("Payouts", "Equal", "100%");
        });
        browser.screenshot("audit-replay-en");
    }

    @Test
    void letOnlyAdministratorsBeginAReplay() {
        Browser browser = stage.signedIn("en", "auditor", null).open(ROOT + "replays");
        assertThat(browser.all("main form")).isEmpty();
        assertThat(
                        browser.script(
                                """
                        const form = new FormData(document.querySelector('.who form'));
                        form.append('view', 'payouts');
                        return fetch('/panel/audit/replays', {method: 'POST', body: new URLSearchParams(form)})
                          .then(answer => answer.status);"""))
                .isEqualTo(403L);
    }

    @Test
    void giveExportsAsFiles() { // U4
        Browser browser = stage.signedIn("en", "auditor", null).open(ROOT + "exports?channel=" + CHANNEL);
        assertThat(browser.all("ul.links a")).hasSize(4);
        String csv = EveryScreen.file(browser, browser.attribute("a[href*='format=csv']", "href"));
        assertThat(csv).startsWith("entryId,sequence,at,").contains("liabilities:creators:" + CHANNEL + ":payable");
        String events = EveryScreen.file(browser, browser.attribute("a[href*='format=jsonl']", "href"));
        assertThat(events.lines().count()).isGreaterThan(100);
        assertThat(browser.open(ROOT + "exports?from=xyz").heading()).isEqualTo("This cannot be shown");
        assertThat(browser.open(ROOT + "exports/file?format=exe").heading()).isEqualTo("There is nothing here");
    }

    @Test
    void giveCheckpointsAsFiles() { // U3
        MemberStage.ok(stage.as("auditor").post("/v1/audit/checkpoints", ""));
        Browser browser = stage.signedIn("en", "auditor", null).open(ROOT + "checkpoints");
        String file = EveryScreen.file(browser, browser.attribute("tbody a[href$='file.json']", "href"));
        assertThat(file).contains("\"signature\":\"", "\"keyId\":\"");
    }

    @Test
    void proveThatAnImpressionWasPaidFor() { // A8
        Browser browser = stage.signedIn("en", "auditor", null).open(ROOT + "checkpoints");
        String proof = ROOT + "checkpoints/proof.json?channel=" + CHANNEL + "&hour=2028-01-20T08:00&impressionId=";
        assertThat(EveryScreen.file(browser, proof + CHANNEL + "-0-1"))
                .contains("\"root\":\"", "\"leafHash\":\"", "\"impressionId\":\"" + CHANNEL + "-0-1\"");
        assertThat(browser.open(proof + "none").heading()).isEqualTo("There is nothing here");
        assertThat(browser.open(proof).heading()).isEqualTo("This cannot be shown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compliance", "operator"})
    void areClosedToOthers(String role) {
        Browser browser = stage.signedIn("en", role, null);
        for (String page : List.of("events", "events/1", "trial-balance", "journal", "replays", "exports")) {
            assertThat(browser.open(ROOT + page).heading()).as(page).isEqualTo("This is not yours to see");
        }
    }

    @Test
    void areUsedByKeyboardAlone() {
        Browser browser = stage.signedIn("en", "auditor", null);
        browser.one("#aggregate").sendKeys(PAYOUT, Keys.TAB, "");
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("type");
        browser.focused().sendKeys("PayoutSent", Keys.ENTER);
        MemberStage.eventually(() -> assertThat(browser.all("tbody tr")).hasSize(1));
        browser.one("tbody th a").sendKeys(Keys.ENTER);
        MemberStage.eventually(() -> assertThat(browser.heading()).startsWith("Event "));
    }
}
