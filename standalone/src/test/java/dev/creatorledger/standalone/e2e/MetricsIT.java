package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.Stage.impression;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.standalone.process.MetricsPage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service tells Prometheus: all that its page says, in few series, and the figures of what has happened. */
class MetricsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** So many series of ours there may be: what grows with the data would soon be beyond it. */
    private static final int SERIES = 700;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static RunningLedger ledger;

    @BeforeAll
    static void someIncome() {
        ledger = RunningLedger.start(data);
        Stage stage = new Stage(ledger, Instant.now());
        stage.enrolled("ch", 5_000);
        Instant past = stage.hour(24 * 10);
        String period = "{\"from\":\"" + past + "\",\"to\":\"" + past.plusSeconds(3_600) + "\"}";
        assertThat(stage.operator.post("/v1/backfills/bf", period, "history").status())
                .isEqualTo(201);
        stage.send(
                "?backfill=bf",
                impression("i-1", "ch-v", past, 4_000, "10000001"),
                impression("i-2", "ch-v", past, 1_000, "5"),
                impression("i-1", "ch-v", past, 4_000, "10000001"),
                impression("i-3", "unknown", past, 4_000, "5"));
        assertThat(stage.operator.post("/v1/backfills/bf:close", "", "done").status())
                .isEqualTo(200);
        assertThat(stage.operator.post(Stage.programme("ch", "apply"), "{}").code())
                .isEqualTo("WRONG_PROGRAMME_STATE");
        assertThat(stage.settled("/v1/channels/ch/balance").status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void namesEveryMetricOfThePageAndNoneOfOursBeside() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Set<String> told = Scrape.of(ledger).names();
            assertThat(told).containsAll(MetricsPage.names());
            assertThat(told.stream()
                            .filter(name -> name.startsWith(MetricsPage.OURS))
                            // The largest of late, which goes along with each histogram.
                            .filter(name -> !name.endsWith("_max"))
                            .collect(Collectors.toSet()))
                    .isEqualTo(MetricsPage.names().stream()
                            .filter(name -> name.startsWith(MetricsPage.OURS))
                            .collect(Collectors.toSet()));
        });
        assertThat(Scrape.of(ledger).count(MetricsPage.OURS)).isLessThan(SERIES);
    }

    @Test
    void countsCommandsAndWhatBecameOfImpressions() {
        Scrape told = Scrape.of(ledger);
        assertThat(told.value("ledger_commands_total{command=\"ApproveAdProgramme\",outcome=\"DONE\"}"))
                .isEqualTo(1);
        assertThat(told.value(
                        "ledger_commands_total{command=\"ApplyToAdProgramme\",outcome=\"WRONG_PROGRAMME_STATE\"}"))
                .isEqualTo(1);
        assertThat(told.value("ledger_http_problems_total{code=\"WRONG_PROGRAMME_STATE\"}"))
                .isEqualTo(1);
        assertThat(told.value("ledger_idempotency_keys_total{found=\"first\"}")).isGreaterThanOrEqualTo(4);
        assertThat(told.value("ledger_impressions_total{outcome=\"qualified\"}"))
                .isEqualTo(1);
        assertThat(told.value("ledger_impressions_total{outcome=\"not_qualified\"}"))
                .isEqualTo(1);
        assertThat(told.value("ledger_impressions_total{outcome=\"duplicate\"}"))
                .isEqualTo(1);
        assertThat(told.value("ledger_impressions_total{outcome=\"unknown_video\"}"))
                .isEqualTo(1);
        assertThat(told.value("ledger_impressions_total{outcome=\"invalid\"}")).isZero();
        assertThat(told.value("ledger_booking_batch_seconds_count")).isEqualTo(1);
        assertThat(told.value("ledger_booking_group_size_sum")).isEqualTo(4);
    }

    @Test
    void countsEventsByTypeFromTheStartAndTimesTheirCommits() {
        Scrape told = Scrape.of(ledger);
        assertThat(told.value("ledger_store_events_total{type=\"EarningsFinalized\"}"))
                .isEqualTo(1);
        assertThat(told.value("ledger_store_events_total{type=\"ImpressionQualified\"}"))
                .isEqualTo(1);
        assertThat(told.value("ledger_store_events_total{type=\"PayoutDeadlineMissed\"}"))
                .isZero();
        assertThat(told.value("ledger_store_commit_seconds_count")).isGreaterThan(8);
        assertThat(told.value("ledger_store_commit_seconds_bucket{le=\"+Inf\"}"))
                .isEqualTo(told.value("ledger_store_commit_seconds_count"));
    }

    @Test
    void tellsTheBalancesOfAccountsByKindAndThatTheyAreZeroTogether() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Scrape told = Scrape.of(ledger);
            assertThat(balance(told, "liabilities:creators:payable")).isEqualTo(-5_000_000.5);
            assertThat(balance(told, "income:platform:ads")).isEqualTo(-5_000_000.5);
            assertThat(balance(told, "assets:receivable:advertisers")).isEqualTo(10_000_001);
            assertThat(told.value("ledger_trial_balance_difference{currency=\"IRR\"}"))
                    .isZero();
        });
    }

    private static double balance(Scrape told, String account) {
        return told.value("ledger_account_balance{account=\"" + account + "\",currency=\"IRR\"}");
    }

    @Test
    void tellsThatEverythingIsUpAndNothingIsLate() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Scrape told = Scrape.of(ledger);
            for (String group : new String[] {"sagas", "due-windows", "ad-programme-views", "books-views"}) {
                String series = "{group=\"" + group + "\"}";
                assertThat(told.value("ledger_processor_segments" + series)).isEqualTo(1);
                assertThat(told.value("ledger_processor_lag_events" + series)).isZero();
                assertThat(told.value("ledger_processor_lag_seconds" + series)).isZero();
                assertThat(told.value("ledger_processor_failing" + series)).isZero();
                assertThat(told.value("ledger_processor_failures_total" + series))
                        .isZero();
            }
            assertThat(told.value("ledger_store_up{store=\"events\"}")).isEqualTo(1);
            assertThat(told.value("ledger_store_up{store=\"views\"}")).isEqualTo(1);
            assertThat(told.value("ledger_windows_waiting")).isZero();
            assertThat(told.value("ledger_windows_late_seconds")).isZero();
            assertThat(told.value("ledger_work_failures_total{work=\"sealing\"}"))
                    .isZero();
            assertThat(told.value("ledger_metrics_sample_age_seconds")).isLessThan(10);
        });
    }

    @Test
    void isForAdminsAlone() {
        assertThat(ledger.as("auditor").get("/actuator/prometheus").status()).isEqualTo(403);
        assertThat(ledger.with("").get("/actuator/prometheus").status()).isEqualTo(401);
    }
}
