package dev.creatorledger.command.payout;

import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.platform.metrics.Waiting;
import java.time.Instant;
import java.util.List;

/**
 * The approved payouts that are not settled, each with the next instant at which somebody has to look (P6); a port,
 * because each mode keeps them in the store that it has.
 */
interface DeadlineTable {

    /** Somebody has to look at the time of the warning, and then at the deadline; a repeat changes nothing. */
    void watch(PayoutId payoutId, Instant warnAt, Instant deadline);

    /** The warning has been given. */
    void warned(PayoutId payoutId);

    /** Nobody has to look any more. */
    void forget(PayoutId payoutId);

    /** What waits, counted up to a bound. */
    Waiting waiting(Instant now, int countUpTo);

    /** The payouts that are due, in the order of their times, some of them passed over. */
    List<PayoutId> due(Instant now, int limit, int passedOver);
}
