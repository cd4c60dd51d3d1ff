package dev.creatorledger.command.membership;

import dev.creatorledger.events.membership.ChargeKind;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipPaymentBooked;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipRefundBooked;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.MembershipEvent.MembershipCancelled;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDeclined;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDue;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargePaid;
import dev.creatorledger.events.membership.MembershipEvent.MembershipEnded;
import dev.creatorledger.events.membership.MembershipEvent.MembershipLapsed;
import dev.creatorledger.events.membership.MembershipEvent.MembershipPaused;
import dev.creatorledger.events.membership.MembershipEvent.MembershipResumed;
import dev.creatorledger.events.membership.MembershipEvent.MembershipStarted;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipIncomeFinalized;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammePaused;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeResumed;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeTerminated;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipRefundsBooked;
import dev.creatorledger.platform.policy.Policies;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Keeps the tables of what falls due as the events tell it (B27, L5). */
@ProcessingGroup(DueMemberships.GROUP)
final class DueMemberships {

    /** The processing group. */
    static final String GROUP = "due-memberships";

    private final WorkTable table;
    private final Policies policies;

    DueMemberships(WorkTable table, Policies policies) {
        this.table = table;
        this.policies = policies;
    }

    @EventHandler
    void on(MembershipStarted event) {
        table.begin(event.membershipId(), event.channelId());
    }

    /** Until there is an outcome, nothing happens by itself. */
    @EventHandler
    void on(MembershipChargeDue event) {
        if (event.kind() == ChargeKind.PERIOD) {
            table.dueAt(event.membershipId(), null);
        }
    }

    @EventHandler
    void on(MembershipChargeDeclined event) {
        if (event.nextAttemptAt() != null) {
            table.dueAt(event.membershipId(), event.nextAttemptAt());
        }
    }

    /** The next period's start; at the end of the paid period a pause ends a mobile membership (B23). */
    @EventHandler
    void on(MembershipChargePaid event) {
        if (event.kind() == ChargeKind.PERIOD) {
            table.paidUntil(event.membershipId(), event.periodEnd());
        }
    }

    @EventHandler
    void on(MembershipPaused event) {
        table.dueAt(event.membershipId(), event.endsAt());
    }

    @EventHandler
    void on(MembershipResumed event) {
        table.dueAt(event.membershipId(), event.coveredUntil());
    }

    @EventHandler
    void on(MembershipCancelled event) {
        table.cancelled(event.membershipId(), event.perksUntil());
    }

    @EventHandler
    void on(MembershipLapsed event) {
        table.forget(event.membershipId());
    }

    @EventHandler
    void on(MembershipEnded event) {
        table.forget(event.membershipId());
    }

    @EventHandler
    void on(MembershipProgrammePaused event) {
        Instant since = event.pausedAt();
        table.paused(event.channelId(), since.plus(policies.membershipsAt(since).longestPause()));
        table.turned(event.channelId(), event.turn(), false);
    }

    @EventHandler
    void on(MembershipProgrammeResumed event) {
        table.notPaused(event.channelId());
        table.turned(event.channelId(), event.turn(), false);
    }

    @EventHandler
    void on(MembershipProgrammeTerminated event) {
        table.notPaused(event.channelId());
        table.turned(event.channelId(), event.turn(), true);
    }

    @EventHandler
    void on(MembershipRefundsBooked event) {
        table.turnDone(event.channelId(), event.turn());
    }

    @EventHandler
    void on(MembershipPaymentBooked event) {
        booked(event.dayId());
    }

    @EventHandler
    void on(MembershipRefundBooked event) {
        booked(event.dayId());
    }

    private void booked(MembershipDayId dayId) {
        Instant end = dayId.end();
        table.dayBooked(dayId, end.plus(policies.membershipsAt(end).bookable()));
    }

    @EventHandler
    void on(MembershipIncomeFinalized event) {
        table.dayFinal(event.dayId());
    }
}
