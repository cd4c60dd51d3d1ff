package dev.creatorledger.benchmarks.settlement;

import dev.creatorledger.events.calendar.SettlementTerms;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.events.payout.PayoutEvent;
import dev.creatorledger.events.payout.PayoutEvent.PayoutApproved;
import dev.creatorledger.events.payout.PayoutEvent.PayoutCancelled;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRequested;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.Personal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures what sagas and their scheduler do with many open payouts: how fast deadlines are scheduled, fired and
 * cancelled. Its approvals are stored as events, so nothing but the sagas' side is measured; the same rows without
 * sagas are measured beside it.
 */
@Command(
        name = "benchmarks/run.sh --settlements",
        mixinStandardHelpOptions = true,
        description = "Measures sagas of payouts and their scheduler.")
public final class SettlementLoad implements Callable<Integer> {

    private static final int PER_COMMIT = 100;
    private static final ChannelId CHANNEL = new ChannelId("benchmark");
    private static final Personal SEALED =
            new Personal(PersonId.owner(CHANNEL), "1.AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEfGhIjKlMn");
    private static final String SCHEDULED = "SELECT count(*) FROM scheduled_tasks";
    private static final String SAGAS = "SELECT count(*) FROM saga_entry";

    private final PrintStream out = System.out;
    private final Instant now = Instant.now();

    @Option(names = "--payouts", defaultValue = "10000", description = "open payouts (default: ${DEFAULT-VALUE})")
    private int payouts;

    @Option(
            names = "--at-once",
            defaultValue = "1000",
            description = "how many of them fall due at the same second (default: ${DEFAULT-VALUE})")
    private int atOnce;

    /** Runs all parts on a fresh data folder. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SettlementLoad()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("creator-ledger-settlements");
        try (SettlementService service = new SettlementService(folder)) {
            run(service);
            return 0;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void run(SettlementService service) throws SQLException {
        out.println("| what | figure | wanted |");
        out.println("| --- | --- | --- |");
        double scheduled = timed(() -> {
            publish(service, 0, payouts, this::approval);
            service.awaitCount(SCHEDULED, 2L * payouts);
        });
        rate("sagas begun, two deadlines each", payouts, scheduled, "");
        RawTasks raw = new RawTasks(service.dataSource());
        rate("raw: the same rows of the schedule inserted", raw.size(), raw.insert(2 * PER_COMMIT), "");
        fire(service, "warnings", terms(0).warnAt(), 2L * payouts - atOnce, "PayoutDeadlineApproaching");
        fire(service, "deadlines", terms(0).deadline(), 2L * (payouts - atOnce), "PayoutDeadlineMissed");
        rate("raw: as many rows deleted, one to a commit", atOnce, raw.delete(atOnce, 1), "");
        double cancelled = timed(() -> {
            publish(service, atOnce, payouts, this::cancellation);
            service.awaitCount(SAGAS, 0);
            service.awaitCount(SCHEDULED, 0);
        });
        rate("sagas ended, two deadlines cancelled each", payouts - atOnce, cancelled, "");
        rate("raw: the same rows deleted", raw.size(), raw.delete(raw.size(), 2 * PER_COMMIT), "");
        raw.close();
    }

    private void fire(SettlementService service, String what, Instant dueAt, long leftScheduled, String decided) {
        double seconds = timed(() -> {
            service.clock().moveTo(dueAt);
            service.awaitCount(SCHEDULED, leftScheduled);
            service.awaitCount("SELECT count(*) FROM domain_event WHERE payload_type = '" + decided + "'", atOnce);
        });
        rate(what + " due at the same second, until every payout has decided", atOnce, seconds, "within 30 s");
    }

    private static double timed(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private void rate(String what, int count, double seconds, String wanted) {
        out.printf(Locale.ROOT, "| %,d %s | %,.0f/s (%.1f s) | %s |%n", count, what, count / seconds, seconds, wanted);
    }

    private void publish(SettlementService service, int from, int to, IntFunction<List<DomainEventMessage<?>>> events) {
        for (int first = from; first < to; first += PER_COMMIT) {
            List<DomainEventMessage<?>> commit = new ArrayList<>();
            for (int payout = first; payout < Math.min(to, first + PER_COMMIT); payout++) {
                commit.addAll(events.apply(payout));
            }
            service.publish(commit);
        }
    }

    private List<DomainEventMessage<?>> approval(int payout) {
        PayoutId id = id(payout);
        Money amount = Money.ofMajor("5000000", Money.IRR);
        return List.of(
                event(id, 0, new PayoutRequested(id, CHANNEL, amount, new BankAccount(SEALED, SEALED), now)),
                event(id, 1, new PayoutApproved(id, now, terms(payout), 1)));
    }

    private List<DomainEventMessage<?>> cancellation(int payout) {
        return List.of(event(id(payout), 2, new PayoutCancelled(id(payout), now)));
    }

    private static DomainEventMessage<?> event(PayoutId id, long sequence, PayoutEvent event) {
        Map<String, String> metaData = Map.of("actor", "benchmark", "correlationId", "benchmark");
        return new GenericDomainEventMessage<>("Payout", id.toString(), sequence, event, metaData);
    }

    private static PayoutId id(int payout) {
        return new PayoutId("p-" + payout);
    }

    /** The first are due long before the others. */
    private SettlementTerms terms(int payout) {
        int days = payout < atOnce ? 10 : 100;
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Instant deadline = now.plus(Duration.ofDays(days));
        return new SettlementTerms(today, today.plusDays(days), deadline.minus(Duration.ofDays(2)), deadline, 1);
    }
}
