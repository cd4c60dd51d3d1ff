package dev.creatorledger.command.membership;

import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.ChargeKind;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDeclined;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDue;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A charge that was asked (B11, B12, B14).
 *
 * @param firstDueAt when its first attempt was due: further attempts are counted from there
 * @param attempt the attempt that was asked last, from 1
 * @param nextAttemptAt when it is asked again; null while the outcome of an attempt is awaited
 */
record Charge(
        ChargeId id,
        ChargeKind kind,
        TierId tierId,
        Money amount,
        Instant periodStart,
        Instant periodEnd,
        Instant firstDueAt,
        int attempt,
        @Nullable Instant nextAttemptAt) {

    static Charge of(MembershipChargeDue event, @Nullable Charge before) {
        Instant firstDueAt = before != null && before.id.equals(event.chargeId()) ? before.firstDueAt : event.dueAt();
        return new Charge(
                event.chargeId(),
                event.kind(),
                event.tierId(),
                event.amount(),
                event.periodStart(),
                event.periodEnd(),
                firstDueAt,
                event.attempt(),
                null);
    }

    Charge with(MembershipChargeDeclined event) {
        return new Charge(id, kind, tierId, amount, periodStart, periodEnd, firstDueAt, attempt, event.nextAttemptAt());
    }

    /** Whether an attempt was declined and the next one is not asked yet. */
    boolean isWaiting() {
        return nextAttemptAt != null;
    }
}
