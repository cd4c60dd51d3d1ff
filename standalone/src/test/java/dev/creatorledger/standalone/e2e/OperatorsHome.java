package dev.creatorledger.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator sees how the service does; an administrator also what views have set aside. */
abstract class OperatorsHome {

    private static final String ROOT = "/panel/operator";

    private final PanelStage stage;

    OperatorsHome(PanelStage stage) {
        this.stage = stage;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void isForEverybodyOnEveryScreen(String language) {
        Browser browser = stage.signedIn(language, "admin", null);
        assertThat(browser.path()).isEqualTo(ROOT);
        EveryScreen.shows(browser, ROOT, "operator-" + language);
        EveryScreen.shows(browser, ROOT + "/dead-letters", "operator-dead-letters-" + language);
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"fa|بهره‌برداری|ساعت‌هایی که باید مهر شوند", "ms|Operasi|Tetingkap untuk dimeterai"})
    void speaksTheReadersLanguage(String language, String heading, String windows) {
        Browser browser = stage.signedIn(language, "operator", null);
        assertThat(browser.heading()).isEqualTo(heading);
        assertThat(browser.text("main")).contains(windows);
    }

    @Test
    void tellsHowViewsKeepUpAndWhatIsDue() {
        Browser browser = stage.signedIn("en", "operator", null);
        MemberStage.eventually(() -> {
            browser.open(ROOT);
            assertThat(browser.text("[aria-labelledby=groups-caption]")).contains("Works", "0 s");
            assertThat(browser.text("[aria-labelledby=work-caption]"))
                    .contains("Windows to seal", "Settlement deadlines")
                    .matches(OperatorsHome::knowsAllWork, "knows all work");
        });
        assertThat(browser.text("[aria-labelledby=verdicts-caption]")).contains("Payouts", "Books");
    }

    /** Axon Server tells nobody how many wake-ups wait. */
    private static boolean knowsAllWork(String text) {
        return !SharedStores.wakeByTheServicesClock() || !text.contains("not known here");
    }

    @Test
    void showsLettersOnlyToWhomTheApiShowsThem() {
        Browser browser = stage.signedIn("en", "operator", null);
        assertThat(browser.all("main a")).isEmpty();
        assertThat(browser.open(ROOT + "/dead-letters").heading()).isEqualTo("This is not yours to see");
        browser = stage.signedIn("en", "admin", null).open(ROOT + "/dead-letters");
        assertThat(browser.text(".empty")).isEqualTo("Nothing is set aside.");
    }

    @ParameterizedTest
    @CsvSource({"operator, 403", "admin, 404"})
    void triesAgainOnlyWhatIsThereForWhoMay(String role, long status) {
        Browser browser = stage.signedIn("en", role, null);
        assertThat(
                        browser.script(
                                """
                        const form = new FormData(document.querySelector('.who form'));
                        return fetch('/panel/operator/dead-letters/none/retry',
                          {method: 'POST', body: new URLSearchParams(form)}).then(answer => answer.status);"""))
                .isEqualTo(status);
        assertThat(
                        browser.script(
                                """
                        return fetch('/panel/operator/dead-letters/none/retry', {method: 'POST'})
                          .then(answer => answer.status);"""))
                .isEqualTo(403L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "compliance"})
    void isClosedToOthers(String role) {
        assertThat(stage.signedIn("en", role, null).open(ROOT).heading()).isEqualTo("This is not yours to see");
    }
}
