package dev.creatorledger.command.payout;

import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.config.GroupProgress;
import dev.creatorledger.command.config.Recurring;
import dev.creatorledger.command.payout.PayoutCommand.WatchDeadline;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.platform.web.CallContext;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has payouts look at the clock when their warning or their deadline is due, in the order of due times: every second,
 * and at the start for all that fell due while the service was down (P6, B28). The payout decides, once, whoever asks.
 */
final class DeadlineWatch extends Recurring {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);
    private static final CallContext SERVICE = CallContext.service("settlement-deadlines");

    private final DeadlineTable table;
    private final Commands commands;
    private final GroupProgress progress;
    private final Clock clock;
    private final DeadlineSettings settings;

    DeadlineWatch(
            DeadlineTable table, Commands commands, GroupProgress progress, Clock clock, DeadlineSettings settings) {
        super("settlement-deadlines", settings.every());
        this.table = table;
        this.commands = commands;
        this.progress = progress;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    protected void turn() {
        if (progress.isHere(DueDeadlines.GROUP)) {
            tellWhatIsDue();
        }
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
        } while (isRunning() && due.size() == settings.group());
    }

    private void tell(PayoutId payoutId) {
        try {
            commands.execute(new WatchDeadline(payoutId), payoutId, SERVICE);
        } catch (RuntimeException e) {
            LOG.error("The deadline of payout {} could not be looked at; it is tried again", payoutId.value(), e);
        }
    }
}
