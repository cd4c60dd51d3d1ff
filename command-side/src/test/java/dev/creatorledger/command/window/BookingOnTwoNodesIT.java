package dev.creatorledger.command.window;

import static dev.creatorledger.command.window.Sent.many;
import static dev.creatorledger.events.window.Outcome.DUPLICATE;
import static dev.creatorledger.events.window.Outcome.QUALIFIED;
import static dev.creatorledger.events.window.Outcome.TOO_LATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.events.window.BatchEvent.ImpressionsSetAside;
import dev.creatorledger.events.window.Impression;
import dev.creatorledger.events.window.Outcome;
import dev.creatorledger.events.window.WindowEvent.ImpressionQualified;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowOpened;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowSealed;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.web.CallContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A7 Exactly once, on two nodes")
class BookingOnTwoNodesIT {

    private static final String HOUR = "2026-06-15T10:00:00Z";
    private static final String NEXT_HOUR = "2026-06-15T11:00:00Z";
    private static final long SOON_SECONDS = 60;

    private final ExecutorService callers = Executors.newFixedThreadPool(8);
    private CommandSideOnPostgres one;
    private CommandSideOnPostgres other;

    @BeforeEach
    void anEnrolledChannelWithAVideo() {
        one = CommandSideOnPostgres.at("2026-06-15T11:30:00Z");
        other = one.beside("other");
        one.enrolled("ch-1", 5_000);
        one.original("v-1", "ch-1");
    }

    @AfterEach
    void end() {
        callers.shutdownNow();
        other.close();
        one.close();
    }

    @Test
    void whatTheOtherOneBookedIsADuplicate() {
        assertThat(Sent.to(one, null, many("a-", 0, 10, "v-1", HOUR))).containsOnly(QUALIFIED);
        assertThat(Sent.to(other, null, many("a-", 5, 15, "v-1", HOUR)))
                .containsExactlyElementsOf(
                        concat(Collections.nCopies(5, DUPLICATE), Collections.nCopies(5, QUALIFIED)));
        assertThat(Sent.to(one, null, many("a-", 0, 15, "v-1", HOUR))).containsOnly(DUPLICATE);
    }

    private static <T> List<T> concat(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    @Test
    void overlappingBatchesSentToBothAtOnceEarnOncePerImpression() throws Exception {
        List<Callable<List<Outcome>>> sends = new ArrayList<>();
        for (int batch = 0; batch < 60; batch++) {
            CommandSideOnPostgres node = batch % 2 == 0 ? one : other;
            int from = 20 * (batch / 2);
            List<Impression> impressions = new ArrayList<>(many("a-", from, from + 40, "v-1", HOUR));
            impressions.addAll(many("b-", from, from + 40, "v-1", NEXT_HOUR));
            sends.add(() -> Sent.to(node, null, impressions));
        }
        Collections.shuffle(sends, new Random(7));
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<List<Outcome>> sent : callers.invokeAll(sends, SOON_SECONDS, TimeUnit.SECONDS)) {
            outcomes.addAll(sent.get());
        }
        int distinct = 2 * (29 * 20 + 40);
        assertThat(outcomes).containsOnly(QUALIFIED, DUPLICATE);
        assertThat(outcomes.stream().filter(QUALIFIED::equals)).hasSize(distinct);
        assertThat(one.stored(ImpressionQualified.class))
                .extracting(ImpressionQualified::impressionId)
                .doesNotHaveDuplicates()
                .hasSize(distinct);
        assertThat(one.stored(ImpressionWindowOpened.class)).hasSize(2);
        assertThat(one.stored(ImpressionsSetAside.class))
                .extracting(ImpressionsSetAside::batchId)
                .doesNotHaveDuplicates();
    }

    @Test
    void aWindowThatTheOtherOneHasSealedTakesNothing() throws Exception {
        Sent.to(one, null, many("a-", 0, 3, "v-1", HOUR));
        Sent.to(other, null, many("a-", 3, 5, "v-1", HOUR));
        one.clock().set("2026-06-16T11:00:00Z");
        List<WindowId> windows =
                List.of(one.stored(ImpressionWindowOpened.class).get(0).windowId());
        CountDownLatch together = new CountDownLatch(1);
        List<Future<SealedWindows>> seals = new ArrayList<>();
        for (CommandSideOnPostgres node : List.of(one, other)) {
            seals.add(callers.submit(() -> {
                together.await();
                return node.part(WindowSealing.class).seal(windows, null, CallContext.service("test"));
            }));
        }
        together.countDown();
        for (Future<SealedWindows> seal : seals) {
            assertThat(seal.get(SOON_SECONDS, TimeUnit.SECONDS).totals())
                    .singleElement()
                    .satisfies(totals -> assertThat(totals.qualified()).isEqualTo(5));
        }
        assertThat(one.stored(ImpressionWindowSealed.class)).hasSize(1);
        one.clock().set("2026-06-16T10:59:59Z"); // the clock would allow it, the seal does not
        assertThat(Sent.to(one, null, many("a-", 5, 6, "v-1", HOUR))).containsOnly(TOO_LATE);
        assertThat(Sent.to(other, null, many("a-", 0, 1, "v-1", HOUR))).containsOnly(TOO_LATE);
    }
}
