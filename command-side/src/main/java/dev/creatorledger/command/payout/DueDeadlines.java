package dev.creatorledger.command.payout;

import dev.creatorledger.events.payout.PayoutEvent.PayoutApproved;
import dev.creatorledger.events.payout.PayoutEvent.PayoutCancelled;
import dev.creatorledger.events.payout.PayoutEvent.PayoutDeadlineApproaching;
import dev.creatorledger.events.payout.PayoutEvent.PayoutDeadlineMissed;
import dev.creatorledger.events.payout.PayoutEvent.PayoutFailed;
import dev.creatorledger.events.payout.PayoutEvent.PayoutSettled;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Keeps the table of deadlines as the events tell it (P6). */
@ProcessingGroup(DueDeadlines.GROUP)
final class DueDeadlines {

    /** The processing group. */
    static final String GROUP = "due-deadlines";

    private final DeadlineTable table;

    DueDeadlines(DeadlineTable table) {
        this.table = table;
    }

    @EventHandler
    void on(PayoutApproved event) {
        table.watch(event.payoutId(), event.terms().warnAt(), event.terms().deadline());
    }

    /** From here on only the deadline itself is left to look out for. */
    @EventHandler
    void on(PayoutDeadlineApproaching event) {
        table.warned(event.payoutId());
    }

    @EventHandler
    void on(PayoutDeadlineMissed event) {
        table.forget(event.payoutId());
    }

    @EventHandler
    void on(PayoutSettled event) {
        table.forget(event.payoutId());
    }

    @EventHandler
    void on(PayoutCancelled event) {
        table.forget(event.payoutId());
    }

    @EventHandler
    void on(PayoutFailed event) {
        table.forget(event.payoutId());
    }
}
