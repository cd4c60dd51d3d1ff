package dev.creatorledger.command.payout;

import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.payout.PayoutCommand.WatchDeadline;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.platform.web.CallContext;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Has payouts look at the clock when their warning or their deadline is due, in the order of due times: every second,
 * and at the start for all that fell due while the service was down (P6, B28). The payout decides, once, whoever asks.
 */
final class DeadlineWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);
    private static final int PHASE = 2_000;
    private static final CallContext SERVICE = CallContext.service("settlement-deadlines");

    private final DeadlineTable table;
    private final Commands commands;
    private final Clock clock;
    private final DeadlineSettings settings;
    private volatile boolean running;
    private @Nullable ScheduledExecutorService timer;

    DeadlineWatch(DeadlineTable table, Commands commands, Clock clock, DeadlineSettings settings) {
        this.table = table;
        this.commands = commands;
        this.clock = clock;
        this.settings = settings;
    }

    /** Tells every payout that is due to look at the clock; one that fails is told again at the next tick. */
    void tellWhatIsDue() {
        int passedOver = 0;
        List<PayoutId> due;
        do {
            due = table.due(clock.instant(), settings.group(), passedOver);
            for (PayoutId payoutId : due) {
                tell(payoutId);
            }
            // What was told leaves the table only when its event has been seen there: it is passed over meanwhile.
            passedOver += due.size();
        } while (running && due.size() == settings.group());
    }

    private void tell(PayoutId payoutId) {
        try {
            commands.execute(new WatchDeadline(payoutId), payoutId, SERVICE);
        } catch (RuntimeException e) {
            LOG.error("The deadline of payout {} could not be looked at; it is tried again", payoutId.value(), e);
        }
    }

    private void tick() {
        try {
            tellWhatIsDue();
        } catch (RuntimeException e) {
            LOG.error("Deadlines could not be looked at; it is tried again", e);
        }
    }

    @Override
    public void start() {
        running = true;
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "settlement-deadlines"));
        timer = executor;
        ScheduledFuture<?> ticks =
                executor.scheduleWithFixedDelay(this::tick, 0, settings.every().toMillis(), TimeUnit.MILLISECONDS);
        LOG.debug("Deadlines are looked at: {}", ticks);
    }

    @Override
    public void stop() {
        running = false;
        ScheduledExecutorService executor = timer;
        if (executor != null) {
            executor.shutdown();
            try {
                if (!executor.awaitTermination(settings.every().toSeconds() + 10, TimeUnit.SECONDS)) {
                    LOG.warn("Deadlines are still being looked at; they will be found again");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the processors, and stopped before them. */
    @Override
    public int getPhase() {
        return PHASE;
    }
}
