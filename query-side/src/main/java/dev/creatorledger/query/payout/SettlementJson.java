package dev.creatorledger.query.payout;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.creatorledger.platform.web.MoneyJson;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a payout's deadline (U6).
 *
 * @param deadline the first instant that was too late
 * @param lateByBusinessDays business days begun after the deadline until it was settled, if it was late
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SettlementJson(
        String payoutId,
        String channelId,
        MoneyJson amount,
        Instant deadline,
        Outcome outcome,
        @Nullable Integer lateByBusinessDays) {

    /** What can become of a deadline (P6). */
    public enum Outcome {
        /** It was settled before it. */
        KEPT,
        /** It passed, and the payout was not settled or was settled late. */
        MISSED,
        /** It runs. */
        OPEN,
        /** The payout came to nothing before it. */
        VOID
    }

    /** Of a payout that was approved. */
    static SettlementJson of(PayoutDocument payout, Instant now) {
        return new SettlementJson(
                payout.id(),
                payout.channelId,
                MoneyJson.of(payout.amount),
                Objects.requireNonNull(payout.terms).deadline(),
                outcome(payout, now),
                payout.lateByBusinessDays);
    }

    /** A settlement's own time decides, else the time at which the payout ended, else now. */
    private static Outcome outcome(PayoutDocument payout, Instant now) {
        var terms = Objects.requireNonNull(payout.terms);
        if (payout.settledAt != null) {
            return terms.isKeptBy(payout.settledAt) ? Outcome.KEPT : Outcome.MISSED;
        }
        if (payout.endedAt != null) {
            return terms.isKeptBy(payout.endedAt) ? Outcome.VOID : Outcome.MISSED;
        }
        return terms.isKeptBy(now) ? Outcome.OPEN : Outcome.MISSED;
    }
}
