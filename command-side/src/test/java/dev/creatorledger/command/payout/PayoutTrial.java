package dev.creatorledger.command.payout;

import dev.creatorledger.command.KeysInMemory;
import dev.creatorledger.command.TestClock;
import dev.creatorledger.command.channel.FinalizeEarnings;
import dev.creatorledger.command.channel.RegisterBankAccount;
import dev.creatorledger.command.channel.RegisterChannel;
import dev.creatorledger.command.config.CommandSideConfiguration;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.membership.RefundsToCome;
import dev.creatorledger.command.payout.BankRoutes.BankReason;
import dev.creatorledger.command.payout.BankRoutes.Reference;
import dev.creatorledger.command.payout.BankRoutes.Settlement;
import dev.creatorledger.command.payout.PayoutCommand.WatchDeadline;
import dev.creatorledger.command.payout.PayoutRoutes.AskedPayout;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.security.Role;
import dev.creatorledger.platform.store.EventSerializer;
import dev.creatorledger.platform.web.CallContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A channel and its payouts, with the routes, the bus and the aggregates as they are, on a store in memory. */
final class PayoutTrial implements AutoCloseable {

    /** What can be asked. */
    enum Kind {
        INCOME,
        REQUEST,
        APPROVE,
        REJECT,
        CANCEL,
        SEND,
        SETTLE,
        FAIL,
        RETURN,
        WATCH
    }

    /**
     * One step.
     *
     * @param payout which of a few
     * @param micros how much comes in, where income does
     * @param times how often it is asked
     * @param crashes whether it is asked once more before, and the commit fails
     * @param hours how long after the step before
     */
    record Step(Kind kind, int payout, Currency currency, long micros, int times, boolean crashes, int hours) {}

    private static final CallContext CALLER = new CallContext("tester", "because", "test-1");
    private static final Caller OPERATOR = new Caller("tester", Set.of(Role.OPERATOR), Set.of(), null, null);
    private static final Instant BEGIN = Instant.parse("2026-06-15T10:00:00Z");

    private final CrashingStore store = new CrashingStore();
    private final TestClock clock = new TestClock(BEGIN);
    private final AnnotationConfigApplicationContext parts = new AnnotationConfigApplicationContext();
    private final Commands commands;
    private final PayoutRoutes payouts;
    private final BankRoutes bank;
    private int channels;
    private int stored;
    private ChannelId channel = new ChannelId("ch-0");

    PayoutTrial() {
        parts.registerBean(CrashingStore.class, () -> store);
        parts.registerBean(
                EventStore.class,
                () -> EmbeddedEventStore.builder().storageEngine(store).build());
        parts.registerBean(TransactionManager.class, () -> NoTransactionManager.INSTANCE);
        parts.registerBean(Serializer.class, EventSerializer::new);
        parts.registerBean(ConnectionProvider.class, () -> () -> {
            throw new SQLException("there is no database");
        });
        parts.registerBean(Clock.class, () -> clock);
        parts.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        parts.register(CommandSideConfiguration.class);
        parts.refresh();
        commands = parts.getBean(Commands.class);
        payouts = new PayoutRoutes(commands, store, new RefundsToCome(store, parts.getBean(Policies.class), clock));
        bank = new BankRoutes(commands);
    }

    /** Begins anew, with another channel that has an account and no income. */
    void begin() {
        stored = store.payloads().size();
        clock.set(BEGIN.toString());
        channel = new ChannelId("ch-" + ++channels);
        var owner = KeysInMemory.owner(channel, "Parvin");
        commands.execute(new RegisterChannel(channel, owner, "Cooking", "IR", Money.IRR, false), channel, CALLER);
        commands.execute(
                new RegisterBankAccount(channel, new BankAccount(owner.name(), owner.name())), channel, CALLER);
    }

    /** What this channel's and its payouts' events say since the beginning. */
    List<Object> events() {
        return store.payloads().subList(stored, store.payloads().size());
    }

    void take(Step step) {
        clock.advance(Duration.ofHours(step.hours()));
        if (step.crashes()) {
            store.crash(true);
            ask(step);
            store.crash(false);
        }
        for (int i = 0; i < step.times(); i++) {
            ask(step);
        }
    }

    /** A refusal is an answer like any other. */
    private void ask(Step step) {
        PayoutId id = new PayoutId(channel.value() + "-" + step.payout());
        try {
            switch (step.kind()) {
                case INCOME -> finalized(step);
                case REQUEST ->
                    payouts.request(
                            channel.value(),
                            new AskedPayout(id.value(), step.currency().getCurrencyCode()),
                            OPERATOR,
                            CALLER);
                case APPROVE -> payouts.approve(id.value(), CALLER);
                case REJECT -> payouts.reject(id.value(), CALLER);
                case CANCEL -> payouts.cancel(id.value(), OPERATOR, CALLER);
                case SEND -> bank.send(id.value(), new Reference("BR-1"), CALLER);
                case SETTLE -> bank.settle(id.value(), new Settlement("BR-1", null), CALLER);
                case FAIL -> bank.fail(id.value(), new BankReason("account closed"), CALLER);
                case RETURN -> bank.giveBack(id.value(), new BankReason("account closed"), CALLER);
                case WATCH -> commands.execute(new WatchDeadline(id), id, CALLER);
            }
        } catch (Refusal refused) {
            // nothing has happened: that is what is checked
        }
    }

    private void finalized(Step step) {
        Money part = new Money(step.micros(), step.currency());
        WindowId window = new WindowId(channel, BEGIN.plus(Duration.ofHours(step.micros() % 1_000)));
        commands.execute(
                new FinalizeEarnings(channel, window, 1, part, part, Money.zero(step.currency()), 10_000, 1),
                channel,
                CALLER);
    }

    @Override
    public void close() {
        parts.close();
    }
}
