package dev.creatorledger.command.payout;

import static dev.creatorledger.command.CommandSideOnPostgres.CALLER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.command.KeysInMemory;
import dev.creatorledger.command.payout.PayoutCommand.ApprovePayout;
import dev.creatorledger.command.payout.PayoutCommand.CancelPayout;
import dev.creatorledger.command.payout.PayoutCommand.OpenPayout;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.events.payout.PayoutEvent.PayoutApproved;
import dev.creatorledger.events.payout.PayoutEvent.PayoutDeadlineApproaching;
import dev.creatorledger.events.payout.PayoutEvent.PayoutDeadlineMissed;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.wakeup.WakeUp.SettlementDeadlineReached;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.web.CallContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.eventhandling.scheduling.ScheduleToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("P6 The saga of a settlement on a real store")
class SettlementSagaIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final ChannelId CHANNEL = new ChannelId("ch-1");
    private static final PayoutId ID = new PayoutId("p-1");
    private static final Money AMOUNT = Money.ofMajor("5000000", Money.IRR);

    private CommandSideOnPostgres side;
    private Instant warnAt;
    private Instant deadline;

    @BeforeEach
    void anApprovedPayout() {
        side = CommandSideOnPostgres.at("2026-06-15T10:00:00Z");
        approved(ID);
        PayoutApproved approved = side.stored(PayoutApproved.class).get(0);
        warnAt = approved.terms().warnAt();
        deadline = approved.terms().deadline();
        await().atMost(SOON).until(() -> scheduled() == 2 && rows("due_deadline") == 1);
    }

    @AfterEach
    void end() {
        side.close();
    }

    private void approved(PayoutId id) {
        var name = KeysInMemory.owner(CHANNEL, "Parvin").name();
        side.execute(new OpenPayout(id, CHANNEL, AMOUNT, new BankAccount(name, name)), id);
        side.execute(new ApprovePayout(id), id);
    }

    private void itIs(Instant now) {
        side.clock().set(now.toString());
        // The scheduler rests by this clock, which only jumps.
        side.part(Scheduler.class).triggerCheckForDueExecutions();
    }

    /** So that nobody but the saga looks. */
    private void theTableForgets() {
        side.database().update("DELETE FROM due_deadline");
    }

    private long rows(String table) {
        Long count = side.database().queryForObject("SELECT count(*) FROM " + table, Long.class);
        return count == null ? -1 : count;
    }

    private long scheduled() {
        return rows("scheduled_tasks");
    }

    private void sagaIsGone() {
        await().atMost(SOON).until(() -> rows("saga_entry") == 0);
        assertThat(rows("association_value_entry")).isZero();
        assertThat(scheduled()).isZero();
    }

    /** Every event that is stored now, also those that sagas need do nothing about. */
    private void sagasHaveSeenEverything() {
        long head = side.raw().stream().mapToLong(StoredEvent::position).max().orElseThrow();
        await().atMost(SOON).until(() -> seenBySagas() >= head);
    }

    private long seenBySagas() {
        Long seen = side.database()
                .queryForObject(
                        "SELECT (convert_from(token, 'UTF8')::json ->> 'globalIndex')::bigint FROM token_entry"
                                + " WHERE processor_name = 'sagas'",
                        Long.class);
        return seen == null ? -1 : seen;
    }

    private EventScheduler scheduler() {
        return side.part(Configuration.class).getComponent(EventScheduler.class);
    }

    @Test
    @DisplayName("has its payout look at both times, though the table knows nothing of it")
    void wakesItsPayoutByItself() {
        theTableForgets();
        itIs(warnAt);
        await().atMost(SOON)
                .until(() -> side.stored(PayoutDeadlineApproaching.class).size() == 1);
        assertThat(side.stored(PayoutDeadlineMissed.class)).isEmpty();
        itIs(deadline);
        sagaIsGone();
        assertThat(side.stored(PayoutDeadlineMissed.class)).hasSize(1);
        assertThat(side.stored(SettlementDeadlineReached.class))
                .containsExactly(
                        new SettlementDeadlineReached(ID, warnAt), new SettlementDeadlineReached(ID, deadline));
    }

    @Test
    @DisplayName("and the table's watch together make one event of each kind, also after a standstill")
    void isOneWithTheWatchAfterAStandstill() {
        side.stop();
        side.clock().set(deadline.plus(Duration.ofDays(3)).toString());
        side.start();
        sagaIsGone();
        await().atMost(SOON).until(() -> rows("due_deadline") == 0);
        assertThat(side.stored(SettlementDeadlineReached.class)).hasSize(2);
        assertThat(side.stored(PayoutDeadlineApproaching.class)).hasSize(1);
        assertThat(side.stored(PayoutDeadlineMissed.class)).hasSize(1);
    }

    @Test
    @DisplayName("survives a restart and forgets what it asked for when its payout ends")
    void survivesARestartAndSleepsWithItsPayout() {
        side.restart();
        assertThat(scheduled()).isEqualTo(2);
        side.commands().execute(new CancelPayout(ID), answer -> List.of(), ID, CALLER);
        sagaIsGone();
        itIs(deadline);
        assertThat(side.stored(PayoutDeadlineMissed.class)).isEmpty();
    }

    @Test
    @DisplayName("is stored with what its payout decides, or comes again")
    void comesAgainAfterACommitThatFails() {
        theTableForgets();
        side.commits().fail(1, 1); // the wake-up's own commit passes, the saga's fails
        itIs(warnAt);
        await().atMost(SOON)
                .until(() -> side.stored(PayoutDeadlineApproaching.class).size() == 1);
        assertThat(side.stored(SettlementDeadlineReached.class)).hasSize(1);
        sagasHaveSeenEverything();
        await().atMost(SOON).until(() -> scheduled() == 1);
        assertThat(rows("saga_entry")).isEqualTo(1);
    }

    @Test
    @DisplayName("takes what is published twice and late for a look more")
    void isNotFooledByRepeats() {
        itIs(deadline);
        sagaIsGone();
        PayoutId other = new PayoutId("p-2");
        approved(other);
        for (int i = 0; i < 2; i++) {
            publish(new SettlementDeadlineReached(ID, deadline)); // late: its saga is gone
            publish(new SettlementDeadlineReached(other, deadline)); // another's time, and far too early
        }
        sagasHaveSeenEverything();
        assertThat(rows("saga_entry")).isEqualTo(1);
        assertThat(scheduled()).isEqualTo(2);
        assertThat(side.stored(PayoutDeadlineMissed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.payoutId()).isEqualTo(ID));
    }

    private void publish(SettlementDeadlineReached wakeUp) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        unit.attachTransaction(side.part(TransactionManager.class));
        side.part(EventStore.class).publish(GenericEventMessage.asEventMessage(wakeUp));
        unit.commit();
    }

    @Test
    @DisplayName("asks for its times in its own transaction: a crash before its commit leaves nothing")
    void asksInItsOwnTransaction() {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        unit.attachTransaction(side.part(TransactionManager.class));
        scheduler().schedule(deadline, new SettlementDeadlineReached(ID, deadline));
        assertThat(scheduled()).isEqualTo(3);
        unit.rollback();
        assertThat(scheduled()).isEqualTo(2);
    }

    @Test
    @DisplayName("is made again from the events, with what it asked for")
    void isMadeAgainFromTheEvents() {
        side.stop();
        side.database().execute("TRUNCATE saga_entry, association_value_entry, scheduled_tasks");
        side.database().update("DELETE FROM token_entry WHERE processor_name = 'sagas'");
        side.start();
        await().atMost(SOON).until(() -> scheduled() == 2 && rows("saga_entry") == 1);
    }

    @Test
    @DisplayName("can cancel what was published already")
    void cancelsQuietly() {
        ScheduleToken token = scheduler().schedule(deadline, new SettlementDeadlineReached(ID, deadline));
        scheduler().cancelSchedule(token);
        scheduler().cancelSchedule(token);
        assertThat(scheduled()).isEqualTo(2);
    }

    @Test
    @DisplayName("U1 is told apart: the service did it, for what the approval was a part of")
    void saysWhoDidIt() {
        theTableForgets();
        itIs(warnAt);
        await().atMost(SOON)
                .until(() -> side.stored(PayoutDeadlineApproaching.class).size() == 1);
        List<StoredEvent> events = side.raw();
        for (String type : List.of("SettlementDeadlineReached", "PayoutDeadlineApproaching")) {
            StoredEvent stored = events.stream()
                    .filter(event -> event.type().equals(type))
                    .findFirst()
                    .orElseThrow();
            var metaData = JsonMapper.shared().readTree(new String(stored.metadata(), UTF_8));
            assertThat(metaData.path(CallContext.ACTOR).asString()).isEqualTo("service");
            assertThat(metaData.path(CallContext.CORRELATION_ID).asString()).isEqualTo(CALLER.correlationId());
            assertThat(metaData.path(CallContext.CAUSATION_ID).asString()).isNotEmpty();
        }
    }
}
