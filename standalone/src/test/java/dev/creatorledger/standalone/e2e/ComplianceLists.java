package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.PanelStage.CHANNEL;
import static dev.creatorledger.standalone.e2e.PanelStage.OTHER;
import static dev.creatorledger.standalone.e2e.PanelStage.PAUSED;
import static dev.creatorledger.standalone.e2e.PanelStage.PAYOUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compliance reads its lists, filters them, and takes them home as CSV (U6). */
abstract class ComplianceLists {

    private static final String ROOT = "/panel/compliance/";
    private static final List<String> LISTS =
            List.of("settlements", "pauses", "refunds", "refused-perks", "negative-balances", "decisions");

    private final PanelStage stage;

    ComplianceLists(PanelStage stage) {
        this.stage = stage;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void areForEverybodyOnEveryScreen(String language) {
        Browser browser = stage.signedIn(language, "compliance", null);
        assertThat(browser.path()).isEqualTo(ROOT + "settlements");
        for (String list : LISTS) {
            EveryScreen.shows(browser, ROOT + list, "compliance-" + list + '-' + language);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"fa|تسویه‌ها|باز|تومان", "ms|Penyelesaian|Terbuka|IRR", "en|Settlements|Open|IRR"})
    void speakTheReadersLanguage(String language, String heading, String open, String currency) {
        Browser browser = stage.signedIn(language, "compliance", null);
        assertThat(browser.heading()).isEqualTo(heading);
        assertThat(browser.text("tbody tr")).contains(open, currency, PAYOUT);
    }

    @Test
    void areFilteredAndGivenAwayAsTheyAreFiltered() {
        Browser browser =
                stage.signedIn("en", "compliance", null).scripts(false).open(ROOT + "settlements?outcome=KEPT");
        assertThat(browser.text(".empty")).isEqualTo("There is nothing in this list.");
        assertThat(browser.attribute("a[href*='file.csv']", "href")).endsWith("settlements/file.csv?outcome=KEPT");
        browser.scripts(true).open(ROOT + "settlements?outcome=OPEN");
        assertThat(browser.all("tbody tr")).hasSize(1);
        List<String> lines = EveryScreen.file(browser, browser.attribute("a[href*='file.csv']", "href"))
                .lines()
                .toList();
        assertThat(lines.get(0))
                .isEqualTo("payoutId,channelId,amount,amountCurrency,deadline,outcome,lateByBusinessDays");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1))
                .startsWith(PAYOUT + ',' + CHANNEL + ',')
                .contains(",IRR,")
                .endsWith("Z,OPEN,");
        assertThat(browser.open(ROOT + "settlements?outcome=LOST").heading()).isEqualTo("This cannot be shown");
        assertThat(browser.open(ROOT + "nothing").heading()).isEqualTo("There is nothing here");
    }

    @Test
    void tellWhichPausesGoOnAndHowLongTheyMay() { // B20, B25
        Browser browser = stage.signedIn("en", "compliance", null).open(ROOT + "pauses?open=true");
        assertThat(browser.text("tbody tr")).contains(PAUSED, "A rule of monetization was broken");
        assertThat(browser.open(ROOT + "pauses?open=false").all("tbody tr")).isEmpty();
    }

    @Test
    void tellWhoDecidedWhatAndRunNothingInASpreadsheet() { // U1
        MemberStage.ok(stage.as("operator")
                .put("/v1/channels/" + OTHER + "/ad-programme/share", "{\"shareBps\":6000}", "=HYPERLINK(\"x\")"));
        Browser browser = stage.signedIn("en", "compliance", null).open(ROOT + "decisions");
        browser.type("#actor", "operator");
        browser.follow("form.row button");
        assertThat(browser.text("tbody")).contains("checked by hand", "ApprovePayout", "=HYPERLINK(\"x\")");
        String csv = EveryScreen.file(browser, browser.attribute("a[href*='file.csv']", "href"));
        assertThat(csv).contains(",\"'=HYPERLINK(\"\"x\"\")\"\r\n").doesNotContain(",\"=", ",=");
        assertThat(browser.open(ROOT + "decisions?actor=nobody").all("tbody tr"))
                .isEmpty();
    }

    @Test
    void tellWhichPerksWereRefused() { // B4
        Api.Answer refused = stage.as("admin")
                .put(
                        "/v1/channels/" + CHANNEL + "/tiers/basic",
                        """
                        {"name":"Basic","rank":1,"monthlyPrice":{"amount":"4.99","currency":"USD"},\
                        "perks":[{"kind":"DOWNLOAD","title":"All videos"}]}""");
        assertThat(refused.body().path("code").asString()).isEqualTo("PERK_DOWNLOAD");
        Browser browser = stage.signedIn("en", "compliance", null);
        MemberStage.eventually(
                () -> assertThat(browser.open(ROOT + "refused-perks").text("tbody tr"))
                        .contains(CHANNEL, "basic", "All videos", "PERK_DOWNLOAD", "admin"));
        assertThat(EveryScreen.file(browser, browser.attribute("a[href*='file.csv']", "href")))
                .startsWith("at,channelId,tierId,title,code,actor\r\n")
                .contains(",All videos,PERK_DOWNLOAD,admin\r\n");
    }

    @Test
    void goOnOnTheNextPage() {
        Browser browser = stage.signedIn("en", "compliance", null).open(ROOT + "decisions?limit=1&actor=operator");
        String first = browser.text("tbody tr");
        browser.follow("a[rel=next]");
        assertThat(browser.url()).contains("actor=operator");
        assertThat(browser.text("tbody tr")).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"creator", "operator"})
    void areClosedToOthers(String role) {
        Browser browser = stage.signedIn("en", role, role.equals("creator") ? CHANNEL : null);
        for (String list : LISTS) {
            assertThat(browser.open(ROOT + list).heading()).as(list).isEqualTo("This is not yours to see");
            assertThat(browser.open(ROOT + list + "/file.csv").heading()).isEqualTo("This is not yours to see");
            assertThat(browser.path()).isEqualTo(ROOT + list + "/file.csv");
        }
    }
}
