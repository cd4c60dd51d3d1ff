package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.PanelStage.CHANNEL;
import static dev.creatorledger.standalone.e2e.PanelStage.OTHER;
import static dev.creatorledger.standalone.e2e.PanelStage.PAUSED;
import static dev.creatorledger.standalone.e2e.PanelStage.PAYOUT;
import static dev.creatorledger.standalone.e2e.PanelStage.RICH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A creator reads what the channel earns, asks for a payout, and sees nothing of another's (A12, P1–P5, U5). */
abstract class CreatorPages {

    private static final String ROOT = "/panel/channels/";

    private final PanelStage stage;

    CreatorPages(PanelStage stage) {
        this.stage = stage;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void areForEverybodyOnEveryScreen(String language) {
        Browser browser = stage.signedIn(language, "creator", CHANNEL);
        List<String> pages =
                List.of("", "/income", "/payouts", "/payouts/" + PAYOUT, "/statement", "/members", "/refunds");
        for (String page : pages) {
            String name = "creator" + page.replace("/" + PAYOUT, "-one").replace('/', '-') + '-' + language;
            EveryScreen.shows(browser, ROOT + CHANNEL + page, name);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"fa|تومان|قطعی|آذر|دی", "en|IRR|Final|Jan|2028", "ms|IRR|Muktamad|Jan|2028"})
    void tellIncomeInTheReadersWay(String language, String currency, String finalIncome, String one, String other) {
        Browser browser = stage.signedIn(language, "creator", CHANNEL).open(ROOT + CHANNEL + "/income");
        assertThat(browser.text("#income-table")).contains(currency, finalIncome);
        assertThat(browser.text("#income-table tbody"))
                .matches(text -> text.contains(one) || text.contains(other), one + " or " + other);
        assertThat(browser.attribute(".chart canvas", "aria-label")).contains(currency);
    }

    @Test
    void showAnotherTimeWithoutTheWholePage() {
        Browser browser = stage.signedIn("en", "creator", CHANNEL).open(ROOT + CHANNEL + "/income");
        assertThat(browser.all("#income-table tbody tr").size()).isGreaterThan(3);
        browser.script("window.stayed = true; return true");
        browser.script("document.getElementById('by').value = 'month'; return true");
        browser.click("form.row button");
        MemberStage.eventually(
                () -> assertThat(browser.all("#income-table tbody tr")).hasSize(1));
        assertThat(browser.script("return window.stayed")).isEqualTo(true);
        assertThat(browser.all(".chart canvas")).hasSize(1);
    }

    @Test
    void tellHowFarItIsToAPayout() { // P1
        Browser browser = stage.signedIn("fa", "creator", OTHER);
        assertThat(browser.text(".offer .why")).contains("تومان مانده است").contains("۴۰۰٬۰۰۰ تومان");
        assertThat(browser.all(".offer button, .offer .button")).isEmpty();
    }

    @Test
    void askForAPayoutOnceHoweverOftenTheFormIsSent() { // P1, P3
        Browser browser = stage.signedIn("en", "creator", RICH).open(ROOT + RICH + "/payouts");
        assertThat(browser.text("main")).contains("No payout has been requested yet.");
        // As a second click, or a form that the browser brings back, sends it.
        browser.script(
                """
                const form = document.querySelector('.offer form');
                return fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))})
                  .then(answer => answer.ok);""");
        browser.follow(".offer button");
        assertThat(browser.text(".notice.good")).startsWith("The payout is requested.");
        assertThat(browser.all("tbody tr")).hasSize(1);
        assertThat(browser.text("tbody tr")).contains("Requested");
        assertThat(browser.text(".offer .why")).startsWith("A payout in this currency is open.");
        browser.screenshot("creator-payout-requested-en");
    }

    @Test
    void showThePayoutsWayAndWhatItIsMadeOf() { // P5, U5
        Browser browser = stage.signedIn("en", "creator", CHANNEL).open(ROOT + CHANNEL + "/payouts");
        browser.follow("tbody a");
        assertThat(browser.path()).isEqualTo(ROOT + CHANNEL + "/payouts/" + PAYOUT);
        assertThat(browser.text(".way")).contains("Requested", "Approved", "Sent to the bank", "checked by hand");
        assertThat(browser.text(".facts")).contains("Deadline", "(Tehran)", "Business days left", "IR*");
        assertThat(browser.text("#windows")).contains("50%", "(UTC)");
    }

    @Test
    void giveTheStatementAsAFile() {
        Browser browser = stage.signedIn("en", "creator", CHANNEL).open(ROOT + CHANNEL + "/statement");
        String address = browser.attribute("a[href*='statement.csv']", "href");
        String text =
                String.valueOf(browser.script("return fetch(arguments[0]).then(answer => answer.text())", address));
        assertThat(text.lines().findFirst()).hasValue("at,kind,reference,amount,balance,currency,sequence");
        assertThat(text)
                .contains(",OPENING,")
                .contains(",AD_WINDOW,")
                .contains(",PAYOUT_HELD,p-1,-")
                .contains(",CLOSING,");
    }

    @Test
    void showMembersByTierAndWhyAProgrammeIsPaused() { // B3, B20, B25
        Browser browser = stage.signedIn("en", "creator", CHANNEL).open(ROOT + CHANNEL + "/members");
        assertThat(browser.text("main")).contains("basic", "USD", "Active");
        browser = stage.signedIn("en", "creator", PAUSED).open(ROOT + PAUSED + "/members");
        assertThat(browser.text("main")).contains("120 days left.", "A rule of monetization was broken");
        browser.screenshot("creator-paused-en");
        assertThat(browser.open(ROOT + PAUSED).text(".notice")).contains("120 days");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/income",
                "/payouts",
                "/payouts/" + PAYOUT,
                "/statement",
                "/statement.csv",
                "/members",
                "/refunds"
            })
    void areClosedToAnother(String page) {
        Browser browser = stage.signedIn("en", "creator", OTHER).open(ROOT + CHANNEL + page);
        assertThat(browser.heading()).isEqualTo("This is not yours to see");
        assertThat(browser.open(ROOT + OTHER + "/payouts/" + PAYOUT).heading()).isEqualTo("This is not yours to see");
    }

    @Test
    void areReadByAnAuditorWhoCanAskForNothing() {
        Browser browser = stage.signedIn("en", "auditor", null).open(ROOT + RICH + "/payouts");
        assertThat(browser.heading()).isEqualTo("Payouts");
        assertThat(browser.all(".offer button")).isEmpty();
    }
}
