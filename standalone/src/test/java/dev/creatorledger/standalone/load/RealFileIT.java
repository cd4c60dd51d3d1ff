package dev.creatorledger.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.standalone.books.BooksAudit;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The real file through the whole service, twice and in part once more; each test goes on where the one before ended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init")
class RealFileIT {

    private static final long ALL = 831_475;
    private static final int ROWS_OF_THE_PART = 500;
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(6);
    private static final List<String> VIEWS =
            List.of("channels", "balances", "earnings", "payouts", "members", "journal", "compliance");
    private static final Duration REPLAYED_WITHIN = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private Path file;
    private Path folder;
    private Map<String, BigDecimal> expected;
    private ServiceOfItsOwn service;

    @BeforeAll
    void startOnAFreshDataFolder(@TempDir Path fresh) throws IOException, NoSuchAlgorithmException {
        file = RealFile.orSkip();
        expected = IndependentEarnings.of(file);
        folder = fresh;
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
        Outcomes outcomes = load(file, true);

        assertThat(outcomes.sent()).isEqualTo(ALL);
        assertThat(outcomes.counts()).isEqualTo(Map.of("qualified", 415_548L, "not_qualified", ALL - 415_548));
        assertThat(balances("estimated", outcomes)).isEqualTo(expected);
    }

    @Test
    @Order(2)
    void loadedAgainEverythingIsADuplicateAndClosingMakesItFinal() {
        Outcomes outcomes = load(file, false);

        assertThat(outcomes.counts()).isEqualTo(Map.of("duplicate", ALL));
        assertThat(expected).hasSize(754);
        assertThat(balances("available", outcomes)).isEqualTo(expected);
        assertThat(balances("estimated", outcomes).values()).allMatch(amount -> amount.signum() == 0);
    }

    @Test
    @Order(3)
    void itsBooksAreCleanAndComeToWhatTheServiceSays() { // U4
        Map<String, Map<String, BigDecimal>> books =
                BooksAudit.orSkip(service.address(), service.token(), folder).wholeBooks();
        expected.forEach((channel, earned) -> assertThat(
                        // Who earned nothing has no account.
                        books.getOrDefault("liabilities:creators:" + channel + ":payable", Map.of("IRR", NOTHING)))
                .as(channel)
                .isEqualTo(Map.of("IRR", earned.negate())));
    }

    @Test
    @Order(4)
    void aPartOfItLoadedAfterItsBackfillIsClosedIsTooLateAndMovesNoBalance() throws IOException {
        Path part = folder.resolve("part.csv");
        try (Stream<String> lines = Files.lines(file)) {
            Files.write(part, lines.limit(1 + ROWS_OF_THE_PART).toList());
        }
        Outcomes outcomes = load(part, false);

        assertThat(outcomes.sent()).isPositive();
        assertThat(outcomes.counts()).isEqualTo(Map.of("too_late", outcomes.sent()));
        assertThat(balances("available", outcomes)).isEqualTo(expected);
        assertThat(balances("total", outcomes)).isEqualTo(expected);
    }

    @Test
    @Order(5)
    void everyViewEqualsWhatItsEventsMakeOfIt() {
        for (String view : VIEWS) {
            String id = service.client()
                    .post("/v1/admin/replays", Map.of("view", view), null)
                    .orFail()
                    .json()
                    .path("replayId")
                    .asString();
            await().atMost(REPLAYED_WITHIN)
                    .pollInterval(BETWEEN_LOOKS)
                    .until(() -> !replay(id).path("state").asString().equals("RUNNING"));
            JsonNode replay = replay(id);
            System.out.println(replay);
            assertThat(replay.path("state").asString()).as(replay.toString()).isEqualTo("EQUAL");
        }
    }

    private JsonNode replay(String id) {
        return service.client().get("/v1/admin/replays/" + id).orFail().json();
    }

    private Outcomes load(Path views, boolean keepOpen) {
        LocalDate yesterday = LocalDate.ofInstant(ServiceTime.of(service.client()), ZoneOffset.UTC)
                .minusDays(1);
        LoadPlan plan = new LoadPlan(yesterday, 2_500, 4, keepOpen);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        return new FileLoad(new ViewsFile(views), service.client(), plan, out).run();
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
