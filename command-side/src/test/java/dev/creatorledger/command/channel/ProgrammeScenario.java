package dev.creatorledger.command.channel;

import static dev.creatorledger.command.channel.ChannelScenario.CHANNEL;
import static dev.creatorledger.command.channel.ChannelScenario.NOW;
import static dev.creatorledger.command.channel.ChannelScenario.enrolled;

import dev.creatorledger.command.channel.ProgrammeCommand.EnableMemberships;
import dev.creatorledger.command.channel.ProgrammeCommand.ResumeMemberships;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.PauseCause.Opener;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeEnabled;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammePaused;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeResumed;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeTerminated;
import dev.creatorledger.events.membership.ProgrammeEvent.PauseCauseClosed;
import dev.creatorledger.events.membership.ProgrammeEvent.PauseCauseOpened;
import dev.creatorledger.events.membership.ProgrammeEvent.TierSet;
import dev.creatorledger.events.membership.ProgrammeEvent.VideosCounted;
import dev.creatorledger.events.membership.ProgrammeEvidence;
import dev.creatorledger.events.membership.Tier;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.network.NetworkId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A channel with a membership programme: the words that the tests of it are written in. */
final class ProgrammeScenario {

    static final Instant TURNED_ON = Instant.parse("2026-02-01T00:00:00Z");
    static final Instant PAUSED = Instant.parse("2026-02-10T08:00:00.000000001Z");
    static final Instant EXPIRED = PAUSED.plus(Duration.ofDays(120));
    static final NetworkId NETWORK = new NetworkId("net-1");
    static final PauseCause VIOLATION = PauseCause.MONETIZATION_POLICY_VIOLATION;
    static final PauseCause LOST = PauseCause.MONETIZATION_LOST;
    static final PauseCause CLOSED_CHANNEL = PauseCause.CHANNEL_TERMINATED;

    private ProgrammeScenario() {}

    /** Enrolled, with memberships on since {@link #TURNED_ON}. */
    static ChannelScenario on() {
        return enrolled().after(enabled(1, TURNED_ON));
    }

    /** Paused since {@link #PAUSED} by an operator, one day later. */
    static ChannelScenario paused() {
        return on().after(opened(VIOLATION, Opener.OPERATOR, PAUSED), paused(2, VIOLATION, PAUSED))
                .at(PAUSED.plus(Duration.ofDays(1)));
    }

    /** Ended by the creator, with members still to be refunded. */
    static ChannelScenario ending() {
        return on().after(terminated(2, EndReason.VOLUNTARY, PAUSED));
    }

    static EnableMemberships enabling() {
        return new EnableMemberships(CHANNEL, true, null);
    }

    static ResumeMemberships resuming() {
        return new ResumeMemberships(CHANNEL, null);
    }

    static ProgrammeEvidence evidence() {
        return new ProgrammeEvidence("IR", false, 0, 0, 0, null, false, 1);
    }

    static MembershipProgrammeEnabled enabled(long turn, Instant at) {
        return new MembershipProgrammeEnabled(CHANNEL, turn, evidence(), at);
    }

    static MembershipProgrammePaused paused(long turn, PauseCause cause, Instant at) {
        return new MembershipProgrammePaused(CHANNEL, turn, cause, at);
    }

    static MembershipProgrammeResumed resumed(long turn, Instant at) {
        return new MembershipProgrammeResumed(CHANNEL, turn, evidence(), at);
    }

    static MembershipProgrammeTerminated terminated(long turn, EndReason reason, Instant at) {
        return new MembershipProgrammeTerminated(CHANNEL, turn, reason, at);
    }

    static PauseCauseOpened opened(PauseCause cause, Opener opener, Instant at) {
        return new PauseCauseOpened(CHANNEL, cause, opener, at);
    }

    static PauseCauseClosed closed(PauseCause cause, Opener opener, Instant at) {
        return new PauseCauseClosed(CHANNEL, cause, opener, at);
    }

    static VideosCounted counted(long videos, long madeForKids, long ineligible) {
        return new VideosCounted(CHANNEL, videos, madeForKids, ineligible);
    }

    /** A tier in rials, open, without perks. */
    static Tier tier(String id, int rank, String price) {
        return new Tier(new TierId(id), "Tier " + id, rank, Money.ofMajor(price, Money.IRR), false, List.of());
    }

    static TierSet set(Tier tier) {
        return new TierSet(CHANNEL, tier, NOW);
    }
}
