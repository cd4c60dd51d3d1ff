package dev.creatorledger.command.window;

import static dev.creatorledger.command.window.Sent.many;
import static dev.creatorledger.events.window.Outcome.QUALIFIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.events.window.Impression;
import dev.creatorledger.events.window.Outcome;
import dev.creatorledger.events.window.WindowEvent.ImpressionQualified;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.store.AppendTooLarge;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The lane on a store that takes a few events at once")
class BookingWithinAnAppendIT {

    private static final String NOW = "2026-06-15T10:30:00Z";
    private static final int MOST = 50;
    private static final int BATCHES = 6;
    private static final int EACH = 20;
    private static final long SOON_SECONDS = 60;

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final Queue<Integer> appends = new ConcurrentLinkedQueue<>();
    private CommandSideOnPostgres side;

    @BeforeEach
    void anEnrolledChannelWithAVideo() {
        side = CommandSideOnPostgres.at(NOW);
        side.enrolled("ch-1", 5_000);
        side.original("v-1", "ch-1");
        Sent.to(side, null, many("first-", 0, 1, "v-1", NOW));
        side.part(EventBus.class).registerDispatchInterceptor(events -> {
            bound(events.size());
            return (index, event) -> event;
        });
    }

    @AfterEach
    void end() {
        callers.shutdownNow();
        side.close();
    }

    /** A unit of work with too many events fails before it is stored, as it does on a store with a limit. */
    private void bound(int events) {
        if (!CurrentUnitOfWork.isStarted()) {
            return;
        }
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        AtomicInteger all = root.getOrComputeResource(BookingWithinAnAppendIT.class.getName(), key -> {
            AtomicInteger none = new AtomicInteger();
            root.onCommit(unit -> {
                if (none.get() > MOST) {
                    throw new AppendTooLarge(none.get(), MOST);
                }
                appends.add(none.get());
            });
            return none;
        });
        all.addAndGet(events);
    }

    @Test
    void batchesThatAreTooMuchTogetherAreBookedInHalves() throws Exception {
        CountDownLatch allWait = new CountDownLatch(1);
        Callable<Boolean> errand = () -> allWait.await(SOON_SECONDS, TimeUnit.SECONDS);
        Future<Boolean> held = callers.submit(() -> side.part(BookingLane.class).inTurn(errand));
        List<Future<List<Outcome>>> sent = new ArrayList<>();
        for (int batch = 0; batch < BATCHES; batch++) {
            List<Impression> impressions = many("a-", batch * EACH, (batch + 1) * EACH, "v-1", NOW);
            CountDownLatch begun = new CountDownLatch(1);
            sent.add(callers.submit(() -> {
                begun.countDown();
                return Sent.to(side, null, impressions);
            }));
            begun.await();
        }
        allWait.countDown();
        assertThat(held.get(SOON_SECONDS, TimeUnit.SECONDS)).isTrue();
        for (Future<List<Outcome>> each : sent) {
            assertThat(each.get(SOON_SECONDS, TimeUnit.SECONDS)).hasSize(EACH).containsOnly(QUALIFIED);
        }
        assertThat(side.stored(ImpressionQualified.class))
                .extracting(ImpressionQualified::impressionId)
                .doesNotHaveDuplicates()
                .hasSize(1 + BATCHES * EACH);
        assertThat(appends).allMatch(size -> size <= MOST);
    }

    @Test
    void aBatchThatIsTooMuchAloneIsRefusedWholeAndItsPartsAreTaken() {
        List<Impression> impressions = many("a-", 0, 3 * EACH, "v-1", NOW);
        assertThatThrownBy(() -> Sent.to(side, null, impressions))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.PAYLOAD_TOO_LARGE));
        assertThat(side.stored(ImpressionQualified.class)).hasSize(1);
        assertThat(Sent.to(side, null, impressions.subList(0, 2 * EACH))).containsOnly(QUALIFIED);
        assertThat(Sent.to(side, null, impressions.subList(2 * EACH, 3 * EACH))).containsOnly(QUALIFIED);
        assertThat(side.stored(ImpressionQualified.class)).hasSize(1 + 3 * EACH);
    }
}
