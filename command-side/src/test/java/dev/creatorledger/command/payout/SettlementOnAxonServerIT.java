package dev.creatorledger.command.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.command.KeysInMemory;
import dev.creatorledger.command.payout.PayoutCommand.ApprovePayout;
import dev.creatorledger.command.payout.PayoutCommand.CancelPayout;
import dev.creatorledger.command.payout.PayoutCommand.OpenPayout;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.events.payout.PayoutEvent.PayoutApproved;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.wakeup.WakeUp.SettlementDeadlineReached;
import dev.creatorledger.platform.store.AxonServerSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** On an Axon Server that runs, {@code host:port} in {@code LEDGER_IT_AXONSERVER}. */
@DisplayName("P6 The saga of a settlement with its schedule in Axon Server")
class SettlementOnAxonServerIT {

    private static final String VARIABLE = "LEDGER_IT_AXONSERVER";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Money AMOUNT = Money.ofMajor("5000000", Money.IRR);

    private final ChannelId channel = new ChannelId("ch-" + UUID.randomUUID());
    private final PayoutId payout = new PayoutId("p-" + UUID.randomUUID());

    @SuppressWarnings("NullAway.Init")
    private CommandSideOnPostgres side;

    @SuppressWarnings("NullAway.Init")
    private Instant warnAt;

    @BeforeEach
    void anApprovedPayout() {
        String server = System.getenv(VARIABLE);
        if (server == null) {
            System.out.println(VARIABLE + " is not set: Axon Server is skipped");
        }
        Assumptions.assumeTrue(server != null, VARIABLE + " is not set: Axon Server is skipped");
        side = CommandSideOnPostgres.withEventsIn(server, "2026-06-15T10:00:00Z");
        var name = KeysInMemory.owner(channel, "Parvin").name();
        side.execute(new OpenPayout(payout, channel, AMOUNT, new BankAccount(name, name)), payout);
        side.execute(new ApprovePayout(payout), payout);
        warnAt = side.stored(PayoutApproved.class).stream()
                .filter(event -> event.payoutId().equals(payout))
                .findFirst()
                .orElseThrow()
                .terms()
                .warnAt();
        await().atMost(SOON).until(() -> scheduled() == 2);
    }

    @AfterEach
    void end() {
        if (side != null) {
            side.close();
        }
    }

    /** How many wake-ups the payout's saga waits for; -1 if there is no saga. */
    private int scheduled() {
        Document about = new Document("key", "payoutId").append("value", payout.toString());
        Document saga = side.tables()
                .getCollection("sagas")
                .find(new Document("associations", about))
                .first();
        return saga == null
                ? -1
                : Document.parse(saga.getString("saga"))
                        .get("scheduled", Document.class)
                        .size();
    }

    private List<Instant> published() {
        return side.stored(SettlementDeadlineReached.class).stream()
                .filter(event -> event.payoutId().equals(payout))
                .map(SettlementDeadlineReached::dueAt)
                .toList();
    }

    @Test
    void isWokenByWhatTheServerPublishesAndNotByWhatWasCancelled() {
        AxonServerSchedule schedule = side.part(AxonServerSchedule.class);
        Instant other = warnAt.minusSeconds(1);
        var cancelled = schedule.schedule(Duration.ofSeconds(1), new SettlementDeadlineReached(payout, other));
        schedule.cancelSchedule(cancelled);
        schedule.cancelSchedule(cancelled);
        schedule.schedule(Duration.ofSeconds(2), new SettlementDeadlineReached(payout, warnAt));
        await().atMost(SOON).until(() -> scheduled() == 1);
        assertThat(published()).containsExactly(warnAt);
        assertThat(side.raw())
                .filteredOn(event -> event.type().equals("SettlementDeadlineReached"))
                .allSatisfy(event -> {
                    assertThat(event.stream()).startsWith("wake-up:");
                    assertThat(event.aggregateSequence()).isZero();
                });
    }

    @Test
    void sleepsWithItsPayout() {
        side.execute(new CancelPayout(payout), payout);
        await().atMost(SOON).until(() -> scheduled() == -1);
        assertThat(published()).isEmpty();
    }

    @Test
    void outlivesItsProcess() {
        side.restart();
        side.part(AxonServerSchedule.class).schedule(Duration.ZERO, new SettlementDeadlineReached(payout, warnAt));
        await().atMost(SOON).until(() -> scheduled() == 1);
    }
}
