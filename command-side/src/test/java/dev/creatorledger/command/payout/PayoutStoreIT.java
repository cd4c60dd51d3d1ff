package dev.creatorledger.command.payout;

import static dev.creatorledger.command.CommandSideOnPostgres.CALLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.command.KeysInMemory;
import dev.creatorledger.command.channel.FinalizeEarnings;
import dev.creatorledger.command.channel.Held;
import dev.creatorledger.command.channel.HoldForPayout;
import dev.creatorledger.command.channel.RegisterBankAccount;
import dev.creatorledger.command.payout.PayoutCommand.ApprovePayout;
import dev.creatorledger.command.payout.PayoutCommand.CancelPayout;
import dev.creatorledger.command.payout.PayoutCommand.FailPayout;
import dev.creatorledger.command.payout.PayoutCommand.OpenPayout;
import dev.creatorledger.command.payout.PayoutCommand.SendPayout;
import dev.creatorledger.command.payout.PayoutCommand.SettlePayout;
import dev.creatorledger.command.policy.SetPolicies;
import dev.creatorledger.events.channel.ChannelEvent.PayoutHeld;
import dev.creatorledger.events.channel.ChannelEvent.PayoutPaid;
import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.events.payout.PayoutEvent.PayoutApproved;
import dev.creatorledger.events.payout.PayoutEvent.PayoutCancelled;
import dev.creatorledger.events.payout.PayoutEvent.PayoutDeadlineApproaching;
import dev.creatorledger.events.payout.PayoutEvent.PayoutDeadlineMissed;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRequested;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Payouts on a real store")
class PayoutStoreIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final ChannelId CHANNEL = new ChannelId("ch-1");
    private static final Money INCOME = Money.rialMicros(5_000_000_500_000L);
    private static final Money WHOLE = Money.rialMicros(5_000_000_000_000L);

    private CommandSideOnPostgres side;

    @BeforeEach
    void aChannelWithIncomeAndAnAccount() {
        side = CommandSideOnPostgres.at("2026-06-15T10:00:00Z");
        side.enrolled("ch-1", 5_000);
        WindowId window = new WindowId(CHANNEL, Instant.parse("2026-06-01T00:00:00Z"));
        Money zero = Money.zero(Money.IRR);
        side.execute(new FinalizeEarnings(CHANNEL, window, 1, INCOME, INCOME, zero, 10_000, 1), CHANNEL);
        var name = KeysInMemory.owner(CHANNEL, "Parvin").name();
        side.execute(new RegisterBankAccount(CHANNEL, new BankAccount(name, name)), CHANNEL);
    }

    @AfterEach
    void end() {
        side.close();
    }

    private void request(String payoutId) {
        request(side, payoutId);
    }

    private static void request(CommandSideOnPostgres node, String payoutId) {
        PayoutId id = new PayoutId(payoutId);
        node.commands()
                .execute(
                        new HoldForPayout(CHANNEL, id, Total.zero(Money.IRR)),
                        (Held held) -> held.amount() == null || held.account() == null
                                ? List.of()
                                : List.of(new OpenPayout(id, CHANNEL, held.amount(), held.account())),
                        id,
                        CALLER);
    }

    private void approved(String payoutId) {
        request(payoutId);
        side.execute(new ApprovePayout(new PayoutId(payoutId)), new PayoutId(payoutId));
    }

    private void ending(Object command, PayoutId id) {
        side.commands().execute(command, PayoutRoutes::following, id, CALLER);
    }

    @Test
    @DisplayName("P3 a commit that fails leaves neither the hold nor the payout")
    void theHoldAndThePayoutAreStoredTogetherOrNotAtAll() {
        side.commits().fail(1, 0);
        assertThatThrownBy(() -> request("p-1")).isInstanceOf(Refusal.class);
        assertThat(side.stored(PayoutHeld.class)).isEmpty();
        assertThat(side.stored(PayoutRequested.class)).isEmpty();
        request("p-1");
        assertThat(side.stored(PayoutHeld.class)).singleElement().satisfies(event -> assertThat(event.amount())
                .isEqualTo(WHOLE));
        assertThat(side.stored(PayoutRequested.class)).singleElement().satisfies(event -> assertThat(event.amount())
                .isEqualTo(WHOLE));
    }

    @Test
    @DisplayName("P4 a commit that fails neither settles the payout nor moves the money")
    void aSettlementThatIsNotStoredMovesNothing() {
        approved("p-1");
        PayoutId id = new PayoutId("p-1");
        side.execute(new SendPayout(id, "BR-1"), id);
        side.commits().fail(1, 0);
        assertThatThrownBy(() -> ending(new SettlePayout(id, "BR-1", null), id)).isInstanceOf(Refusal.class);
        assertThat(side.stored(PayoutPaid.class)).isEmpty();
        side.restart();
        ending(new SettlePayout(id, "BR-1", null), id);
        ending(new SettlePayout(id, "BR-1", null), id);
        assertThat(side.stored(PayoutPaid.class)).hasSize(1);
    }

    @Test
    @DisplayName("P4 of two ends at once one wins")
    void ofTwoEndsAtOnceOneWins() throws Exception {
        approved("p-1");
        PayoutId id = new PayoutId("p-1");
        side.execute(new SendPayout(id, "BR-1"), id);
        int refused = refusedAtOnce(
                () -> ending(new SettlePayout(id, "BR-1", null), id), () -> ending(new FailPayout(id, "closed"), id));
        assertThat(refused).isEqualTo(1);
        assertThat(side.stored(PayoutPaid.class).size()
                        + side.stored(PayoutReleased.class).size())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("P4 cancelled and approved at once it is cancelled, and its money comes back once")
    void cancelledAndApprovedAtOnceItIsCancelled() throws Exception {
        request("p-1");
        PayoutId id = new PayoutId("p-1");
        int refused =
                refusedAtOnce(() -> ending(new CancelPayout(id), id), () -> side.execute(new ApprovePayout(id), id));
        // An approved payout can be cancelled too: the approval is refused only where it came second.
        assertThat(side.stored(PayoutApproved.class)).hasSize(1 - refused);
        assertThat(side.stored(PayoutCancelled.class)).hasSize(1);
        assertThat(side.stored(PayoutReleased.class)).hasSize(1);
    }

    @Test
    @DisplayName("P3 of twenty requests at once one is opened")
    void ofTwentyRequestsAtOnceOneIsOpened() throws Exception {
        Runnable[] requests = IntStream.range(0, 20)
                .<Runnable>mapToObj(i -> () -> request("p-" + i))
                .toArray(Runnable[]::new);
        assertThat(refusedAtOnce(requests)).isEqualTo(19);
        assertThat(side.stored(PayoutHeld.class)).hasSize(1);
        assertThat(side.stored(PayoutRequested.class)).hasSize(1);
    }

    @Test
    @DisplayName("P3 of twenty requests at once on two nodes one is opened")
    void ofTwentyRequestsAtOnceOnTwoNodesOneIsOpened() throws Exception {
        try (CommandSideOnPostgres other = side.beside("other")) {
            Runnable[] requests = IntStream.range(0, 20)
                    .<Runnable>mapToObj(i -> () -> request(i % 2 == 0 ? side : other, "p-" + i))
                    .toArray(Runnable[]::new);
            assertThat(refusedAtOnce(requests)).isEqualTo(19);
        }
        assertThat(side.stored(PayoutHeld.class)).hasSize(1);
        assertThat(side.stored(PayoutRequested.class)).hasSize(1);
    }

    /** How many are refused of what begins together. */
    private static int refusedAtOnce(Runnable... calls) throws InterruptedException {
        ExecutorService callers = Executors.newFixedThreadPool(calls.length);
        CountDownLatch begin = new CountDownLatch(1);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable call : calls) {
                running.add(callers.submit(() -> {
                    begin.await();
                    call.run();
                    return null;
                }));
            }
            begin.countDown();
            int refused = 0;
            for (Future<?> each : running) {
                try {
                    each.get();
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(Refusal.class);
                    refused++;
                }
            }
            return refused;
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    @DisplayName("P6 the warning and the deadline are told once each, also after a standstill")
    void deadlinesAreToldOnceEach() {
        approved("p-1");
        Instant deadline = side.stored(PayoutApproved.class).get(0).terms().deadline();
        await().atMost(SOON).until(() -> watched() == 1);
        side.stop();
        side.clock().set(deadline.toString());
        side.start();
        await().atMost(SOON).until(() -> watched() == 0);
        side.part(DeadlineWatch.class).tellWhatIsDue();
        assertThat(side.stored(PayoutDeadlineApproaching.class)).hasSize(1);
        assertThat(side.stored(PayoutDeadlineMissed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.deadline()).isEqualTo(deadline));
    }

    @Test
    @DisplayName("P1, P5, V1 requests and approvals go by the versions of their time, and keep them")
    void requestsAndApprovalsGoByTheVersionsOfTheirTime() {
        String change = "2026-06-16T00:00:00Z";
        Map<String, Object> millions = Map.of("amount", "6000000", "currency", "IRR");
        SetPolicies.payouts(side, change, Map.of("businessDays", 3, "warningDays", 1));
        SetPolicies.calendar(side, change, DayOfWeek.FRIDAY);
        approved("p-1");
        ending(new CancelPayout(new PayoutId("p-1")), new PayoutId("p-1"));
        side.clock().set(change);
        approved("p-2");
        ending(new CancelPayout(new PayoutId("p-2")), new PayoutId("p-2"));
        assertThat(side.stored(PayoutApproved.class))
                .extracting(
                        PayoutApproved::policyVersion, event -> event.terms().calendarVersion(), event -> event.terms()
                                .lastDay())
                .containsExactly(tuple(1, 1, LocalDate.of(2026, 6, 27)), tuple(2, 2, LocalDate.of(2026, 6, 20)));
        SetPolicies.payouts(side, change, Map.of("thresholds", Map.of("IRR", millions)));
        assertThatThrownBy(() -> request("p-3"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BELOW_THRESHOLD));
    }

    @Test
    @DisplayName("P6 a payout that ends is watched no more")
    void aPayoutThatEndsIsWatchedNoMore() {
        approved("p-1");
        await().atMost(SOON).until(() -> watched() == 1);
        ending(new CancelPayout(new PayoutId("p-1")), new PayoutId("p-1"));
        await().atMost(SOON).until(() -> watched() == 0);
        side.clock().set("2026-09-01T00:00:00Z");
        side.part(DeadlineWatch.class).tellWhatIsDue();
        assertThat(side.stored(PayoutDeadlineMissed.class)).isEmpty();
    }

    private long watched() {
        Long count = side.database().queryForObject("SELECT count(*) FROM due_deadline", Long.class);
        return count == null ? -1 : count;
    }
}
