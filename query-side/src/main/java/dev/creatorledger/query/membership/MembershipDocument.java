package dev.creatorledger.query.membership;

import dev.creatorledger.events.membership.ChargeKind;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.MembershipEvent.MembershipCancelled;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDeclined;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDue;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargePaid;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeWithdrawn;
import dev.creatorledger.events.membership.MembershipEvent.MembershipEnded;
import dev.creatorledger.events.membership.MembershipEvent.MembershipLapsed;
import dev.creatorledger.events.membership.MembershipEvent.MembershipPaused;
import dev.creatorledger.events.membership.MembershipEvent.MembershipResumed;
import dev.creatorledger.events.membership.MembershipEvent.MembershipStarted;
import dev.creatorledger.events.membership.MembershipEvent.TierChangePlanned;
import dev.creatorledger.events.membership.MembershipEvent.TierChanged;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.Platform;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.query.view.Projection;
import dev.creatorledger.query.view.ViewDocument;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about a membership (B10–B15). */
final class MembershipDocument extends ViewDocument {

    /** The projection of memberships. */
    static final Projection<MembershipDocument> PROJECTION = Projection.into("memberships", new MembershipForm())
            .on(MembershipStarted.class, e -> e.membershipId().value(), MembershipDocument::started)
            .on(MembershipChargeDue.class, e -> e.membershipId().value(), MembershipDocument::asked)
            .on(MembershipChargePaid.class, e -> e.membershipId().value(), MembershipDocument::paid)
            .on(MembershipChargeDeclined.class, e -> e.membershipId().value(), MembershipDocument::declined)
            .on(MembershipChargeWithdrawn.class, e -> e.membershipId().value(), MembershipDocument::withdrawn)
            .on(TierChangePlanned.class, e -> e.membershipId().value(), MembershipDocument::planned)
            .on(TierChanged.class, e -> e.membershipId().value(), MembershipDocument::changed)
            .on(MembershipPaused.class, e -> e.membershipId().value(), MembershipDocument::paused)
            .on(MembershipResumed.class, e -> e.membershipId().value(), MembershipDocument::resumed)
            .on(MembershipCancelled.class, e -> e.membershipId().value(), MembershipDocument::cancelled)
            .on(MembershipLapsed.class, e -> e.membershipId().value(), (m, e) -> m.over(MembershipStatus.LAPSED))
            .on(MembershipEnded.class, e -> e.membershipId().value(), MembershipDocument::ended)
            .kept(id -> List.of(MembershipId.PREFIX + id))
            .build();

    String channelId = "";
    String memberId = "";

    @Nullable
    Personal memberName;

    String tierId = "";

    @Nullable
    String nextTierId;

    Platform platform = Platform.WEB;
    MembershipStatus status = MembershipStatus.PENDING;
    Instant joinedAt = Instant.EPOCH;

    @Nullable
    Instant paidUntil;

    /** The charge of a period that was asked last; its outcomes decide on perks, those of upgrades do not (B14). */
    @Nullable
    String periodCharge;

    /** When that charge is due, or due again; absent if no outcome of it is awaited. */
    @Nullable
    Instant awaitedAt;

    /** Whether it was declined and not paid since: no perks (B12). */
    boolean unpaid;

    @Nullable
    Instant pausedSince;

    @Nullable
    EndReason endReason;

    MembershipDocument(String id) {
        super(id);
    }

    /** Five to seven texts, two to four instants. */
    @Override
    protected int weight() {
        return 6;
    }

    private boolean started(MembershipStarted event) {
        channelId = event.channelId().value();
        memberId = event.memberId().value();
        memberName = event.memberName();
        tierId = event.tierId().value();
        platform = event.platform();
        joinedAt = event.joinedAt();
        return true;
    }

    private boolean asked(MembershipChargeDue event) {
        if (event.kind() != ChargeKind.PERIOD) {
            return false;
        }
        periodCharge = event.chargeId().value();
        awaitedAt = event.dueAt();
        return true;
    }

    private boolean paid(MembershipChargePaid event) {
        if (event.kind() != ChargeKind.PERIOD) {
            return false;
        }
        // A renewal that was asked before the pause may still be paid; the pause goes on (B21).
        if (status == MembershipStatus.PENDING) {
            status = MembershipStatus.ACTIVE;
        }
        Instant paid = paidUntil;
        if (paid == null || event.periodEnd().isAfter(paid)) {
            paidUntil = event.periodEnd();
        }
        // The renewal of an earlier period says nothing about the one that is awaited or was declined since (B12).
        if (event.chargeId().value().equals(periodCharge)) {
            awaitedAt = null;
            unpaid = false;
        }
        return true;
    }

    private boolean declined(MembershipChargeDeclined event) {
        if (!event.chargeId().value().equals(periodCharge)) {
            return false;
        }
        awaitedAt = event.nextAttemptAt();
        unpaid = true;
        return true;
    }

    private boolean withdrawn(MembershipChargeWithdrawn event) {
        if (!event.chargeId().value().equals(periodCharge)) {
            return false;
        }
        awaitedAt = null;
        return true;
    }

    private boolean planned(TierChangePlanned event) {
        String planned = event.tierId().value();
        nextTierId = planned.equals(tierId) ? null : planned;
        return true;
    }

    private boolean changed(TierChanged event) {
        tierId = event.tierId().value();
        nextTierId = null;
        return true;
    }

    private boolean paused(MembershipPaused event) {
        status = MembershipStatus.PAUSED;
        pausedSince = event.pausedAt();
        return true;
    }

    private boolean resumed(MembershipResumed event) {
        status = MembershipStatus.ACTIVE;
        pausedSince = null;
        unpaid = false;
        Instant paid = paidUntil;
        if (paid == null || event.coveredUntil().isAfter(paid)) {
            paidUntil = event.coveredUntil();
        }
        return true;
    }

    private boolean cancelled(MembershipCancelled event) {
        // Where no paid period runs perks end with the cancelling, which was paid until no day (B13).
        if (event.perksUntil().isAfter(event.cancelledAt())) {
            paidUntil = event.perksUntil();
        }
        return over(MembershipStatus.CANCELLED);
    }

    private boolean ended(MembershipEnded event) {
        endReason = event.reason();
        return over(MembershipStatus.ENDED);
    }

    /** It is no longer live: nothing is planned and nothing is awaited. */
    private boolean over(MembershipStatus how) {
        status = how;
        nextTierId = null;
        awaitedAt = null;
        pausedSince = null;
        return true;
    }

    /** Whether the member has the perks at an instant, by what the channel's programme is then (B12, B13, B21). */
    boolean hasPerks(boolean programmeOn, Instant now) {
        return programmeOn
                && switch (status) {
                    case ACTIVE -> !unpaid;
                    case CANCELLED -> paidUntil != null && now.isBefore(paidUntil);
                    default -> false;
                };
    }

    /** When the member is to pay next: what is awaited, else the next period; absent if nothing comes (B11, B12). */
    @Nullable
    Instant nextCharge() {
        return switch (status) {
            case PENDING -> awaitedAt;
            case ACTIVE -> awaitedAt == null ? paidUntil : awaitedAt;
            default -> null;
        };
    }
}
