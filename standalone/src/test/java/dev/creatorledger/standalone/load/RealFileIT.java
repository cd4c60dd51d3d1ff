package dev.creatorledger.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The real file through the whole service, three times; each test goes on where the one before ended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init")
class RealFileIT {

    private static final long ALL = 831_475;

    private Path file;
    private Map<String, BigDecimal> expected;
    private ServiceOfItsOwn service;

    @BeforeAll
    void startOnAFreshDataFolder(@TempDir Path folder) throws IOException, NoSuchAlgorithmException {
        file = RealFile.orSkip();
        expected = IndependentEarnings.of(file);
        service = ServiceOfItsOwn.start(Files.createDirectory(folder.resolve("data")));
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (service != null) {
            service.stop();
        }
    }

    @Test
    @Order(1)
    void everyImpressionIsBookedOnceAndItsIncomeEstimated() {
        Outcomes outcomes = load(true);

        assertThat(outcomes.sent()).isEqualTo(ALL);
        assertThat(outcomes.counts()).isEqualTo(Map.of("qualified", 415_548L, "not_qualified", ALL - 415_548));
        assertThat(balances("estimated", outcomes)).isEqualTo(expected);
    }

    @Test
    @Order(2)
    void loadedAgainEverythingIsADuplicateAndClosingMakesItFinal() {
        Outcomes outcomes = load(false);

        assertThat(outcomes.counts()).isEqualTo(Map.of("duplicate", ALL));
        assertThat(expected).hasSize(754);
        assertThat(balances("available", outcomes)).isEqualTo(expected);
        assertThat(balances("estimated", outcomes).values()).allMatch(amount -> amount.signum() == 0);
    }

    @Test
    @Order(3)
    void loadedAfterItsBackfillIsClosedEverythingIsTooLateAndNoBalanceMoves() {
        Outcomes outcomes = load(false);

        assertThat(outcomes.counts()).isEqualTo(Map.of("too_late", ALL));
        assertThat(balances("available", outcomes)).isEqualTo(expected);
        assertThat(balances("total", outcomes)).isEqualTo(expected);
    }

    private Outcomes load(boolean keepOpen) {
        LocalDate yesterday = LocalDate.ofInstant(ServiceTime.of(service.client()), ZoneOffset.UTC)
                .minusDays(1);
        LoadPlan plan = new LoadPlan(yesterday, 2_500, 4, keepOpen);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        return new FileLoad(new ViewsFile(file), service.client(), plan, out).run();
    }

    /** One figure of every channel's balance, in rial with six decimals, when the views have seen what was loaded. */
    private Map<String, BigDecimal> balances(String figure, Outcomes outcomes) {
        Map<String, BigDecimal> balances = new TreeMap<>();
        for (String channel : expected.keySet()) {
            JsonNode balance = service.client()
                    .get("/v1/channels/" + channel + "/balance?atLeast=" + outcomes.position())
                    .orFail()
                    .json();
            balances.put(
                    channel, new BigDecimal(balance.path(figure).path("amount").asString()).setScale(6));
        }
        return balances;
    }
}
