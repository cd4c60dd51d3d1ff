package dev.creatorledger.command.membership;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.ChargeKind;
import dev.creatorledger.events.membership.MemberId;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDeclined;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDue;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargePaid;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeWithdrawn;
import dev.creatorledger.events.membership.MembershipEvent.MembershipPaused;
import dev.creatorledger.events.membership.MembershipEvent.MembershipResumed;
import dev.creatorledger.events.membership.MembershipEvent.MembershipStarted;
import dev.creatorledger.events.membership.MembershipEvent.TierChanged;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.PaymentSplit;
import dev.creatorledger.events.membership.Platform;
import dev.creatorledger.events.membership.TierId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a later decision needs to know of a membership: filled from its events alone. */
@SuppressWarnings("NullAway.Init") // the first event fills it
final class MembershipState {

    private final Map<ChargeId, Withdrawn> withdrawn = new HashMap<>();
    private final Set<ChargeId> paid = new HashSet<>();

    /** The last attempt of each charge that was declined: what is told again is known by it (B12). */
    private final Map<ChargeId, Integer> lastDeclined = new HashMap<>();

    /** Since when it has had which tier, as far back as a charge can still ask (B3). */
    private final NavigableMap<Instant, TierId> tiers = new TreeMap<>();

    /** The payments of the latest paid period: what a termination pays back (B25). */
    private final List<Payment> payments = new ArrayList<>();

    MembershipId id;
    ChannelId channelId;
    MemberId memberId;
    TierId tierId;

    /** The tier that was joined, whatever it is now: a repeat of the joining names it. */
    TierId begunWith;

    Platform platform;
    BillingPeriods periods;
    MembershipStatus status;

    /** The last turn of the programme that it has followed, by number (B27). */
    long turn;

    /** How many periods from the first on need no charge any more: paid, or begun during a pause (B22). */
    int covered;

    /** Whether perks have stopped until a payment (B12). */
    boolean declined;

    /** The tier that begins with the next period, if another one does (B14). */
    @Nullable
    TierId planned;

    /** The charge for a period that is not paid yet. */
    @Nullable
    Charge charge;

    /** The charge for an upgrade that is not paid yet. */
    @Nullable
    Charge upgrade;

    int upgrades;

    /** When a pause ends it, if it does (B23). */
    private @Nullable Instant endsAt;

    /** Until when perks last after it was cancelled. */
    @Nullable
    Instant perksUntil;

    private @Nullable Instant paidPeriodStart;

    /** A charge that is no longer to be collected, and whether a payment of it still counts. */
    record Withdrawn(Charge charge, boolean stillCounts) {}

    /** A payment as it was recorded (M4). */
    record Payment(ChargeId chargeId, PaymentSplit split, Instant periodStart) {

        static Payment of(MembershipChargePaid event) {
            return new Payment(event.chargeId(), event.split(), event.periodStart());
        }
    }

    int size() {
        return withdrawn.size() + paid.size() + payments.size() + lastDeclined.size() + tiers.size();
    }

    /** The end of the last period that needs no charge any more. */
    Instant coveredUntil() {
        return periods.start(covered);
    }

    /** When something happens by itself next, if anything does. */
    @Nullable
    Instant dueAt() {
        return switch (status) {
            case PENDING -> charge == null ? null : charge.nextAttemptAt();
            case ACTIVE -> charge == null ? coveredUntil() : charge.nextAttemptAt();
            case PAUSED -> endsAt;
            case CANCELLED, LAPSED, ENDED -> null;
        };
    }

    /** When a pause that begins then ends it: at the end of the billing period, if a store sold it (B23). */
    @Nullable
    Instant endOfPeriodIfMobile(Instant pausedAt) {
        if (!platform.isMobile()) {
            return null;
        }
        return coveredUntil().isBefore(pausedAt) ? periods.start(periods.firstFrom(pausedAt)) : coveredUntil();
    }

    /** Whether it was cancelled and its paid period still runs then (B25). */
    boolean isCancelledButPaidAt(Instant at) {
        return status == MembershipStatus.CANCELLED && perksUntil != null && perksUntil.isAfter(at);
    }

    boolean isPaid(ChargeId chargeId) {
        return paid.contains(chargeId);
    }

    /** The last attempt of a charge that was declined; 0 if none was. */
    int lastDeclined(ChargeId chargeId) {
        return lastDeclined.getOrDefault(chargeId, 0);
    }

    /** The tier that it had then: a period that is charged late costs what it would have cost in time (B3). */
    TierId tierAt(Instant at) {
        Map.Entry<Instant, TierId> then = tiers.floorEntry(at);
        return then == null ? tierId : then.getValue();
    }

    /** The charge of an id that can still be collected, if there is one. */
    @Nullable
    Charge open(ChargeId chargeId) {
        if (charge != null && charge.id().equals(chargeId)) {
            return charge;
        }
        return upgrade != null && upgrade.id().equals(chargeId) ? upgrade : null;
    }

    /** The charge of an id that can no longer be collected, if there is one. */
    @Nullable
    Withdrawn withdrawn(ChargeId chargeId) {
        return withdrawn.get(chargeId);
    }

    /** Whether a withdrawn charge counts if it is paid now: only while the membership goes on (B21). */
    boolean stillCounts(Withdrawn one) {
        return one.stillCounts() && (status == MembershipStatus.ACTIVE || status == MembershipStatus.PAUSED);
    }

    List<Payment> paymentsOfLatestPaidPeriod() {
        return List.copyOf(payments);
    }

    void on(MembershipStarted event) {
        id = event.membershipId();
        channelId = event.channelId();
        memberId = event.memberId();
        tierId = event.tierId();
        begunWith = tierId;
        tiers.put(event.joinedAt(), tierId);
        platform = event.platform();
        periods = new BillingPeriods(event.joinedAt());
        status = MembershipStatus.PENDING;
        turn = event.turn();
    }

    void on(TierChanged event) {
        tierId = event.tierId();
        planned = null;
        tiers.tailMap(event.changedAt(), true).clear();
        tiers.put(event.changedAt(), tierId);
    }

    void on(MembershipChargeDue event) {
        if (event.kind() == ChargeKind.UPGRADE) {
            upgrade = Charge.of(event, null);
            upgrades++;
        } else {
            charge = Charge.of(event, charge);
        }
    }

    void on(MembershipChargeDeclined event) {
        Charge open = open(event.chargeId());
        if (open == null) {
            return;
        }
        lastDeclined.put(open.id(), event.attempt());
        declined = declined || open.kind() == ChargeKind.PERIOD;
        if (event.nextAttemptAt() == null) {
            put(open, false);
        } else {
            charge = open.with(event);
        }
    }

    void on(MembershipChargeWithdrawn event) {
        Charge open = open(event.chargeId());
        if (open != null) {
            put(open, event.stillCounts());
        }
    }

    private void put(Charge open, boolean stillCounts) {
        withdrawn.put(open.id(), new Withdrawn(open, stillCounts));
        forget(open.id());
    }

    private void forget(ChargeId chargeId) {
        if (charge != null && charge.id().equals(chargeId)) {
            charge = null;
        } else {
            upgrade = null;
        }
    }

    void on(MembershipChargePaid event) {
        if (open(event.chargeId()) != null) {
            forget(event.chargeId());
            declined = declined && event.kind() != ChargeKind.PERIOD; // an older one brings no perks back (B12)
        }
        withdrawn.remove(event.chargeId());
        paid.add(event.chargeId());
        if (event.kind() == ChargeKind.PERIOD) {
            paidPeriod(event);
        } else {
            payments.add(Payment.of(event));
        }
    }

    private void paidPeriod(MembershipChargePaid event) {
        if (status == MembershipStatus.PENDING) {
            status = MembershipStatus.ACTIVE;
        }
        covered = Math.max(covered, periods.numberAt(event.periodStart()) + 1);
        forgetTiersOfTheChargedPast();
        if (endsAt != null && endsAt.isBefore(coveredUntil())) {
            endsAt = coveredUntil();
        }
        if (paidPeriodStart == null || paidPeriodStart.isBefore(event.periodStart())) {
            paidPeriodStart = event.periodStart();
            // An upgrade within this period may have been paid before the period itself was (B25).
            payments.removeIf(payment -> payment.periodStart().isBefore(paidPeriodStart));
            payments.add(Payment.of(event));
        }
    }

    private void forgetTiersOfTheChargedPast() {
        Instant needed = tiers.floorKey(coveredUntil());
        if (needed != null) {
            tiers.headMap(needed, false).clear();
        }
    }

    /** A payment that nobody owed is this charge's all the same: it is not taken twice. */
    void unowed(ChargeId chargeId) {
        withdrawn.remove(chargeId);
        paid.add(chargeId);
    }

    void on(MembershipPaused event) {
        status = MembershipStatus.PAUSED;
        turn = event.turn();
        endsAt = event.endsAt();
    }

    void on(MembershipResumed event) {
        status = MembershipStatus.ACTIVE;
        turn = event.turn();
        endsAt = null;
        declined = false;
        covered = Math.max(covered, periods.numberAt(event.coveredUntil()));
    }

    void ended(MembershipStatus how) {
        status = how;
        endsAt = null;
        planned = null;
    }
}
