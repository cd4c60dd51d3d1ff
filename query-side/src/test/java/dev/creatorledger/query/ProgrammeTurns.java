package dev.creatorledger.query;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.PauseCause.Opener;
import dev.creatorledger.events.membership.Perk;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeEnabled;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammePaused;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeResumed;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeTerminated;
import dev.creatorledger.events.membership.ProgrammeEvent.PauseCauseClosed;
import dev.creatorledger.events.membership.ProgrammeEvent.PauseCauseOpened;
import dev.creatorledger.events.membership.ProgrammeEvent.TierSet;
import dev.creatorledger.events.membership.ProgrammeEvidence;
import dev.creatorledger.events.membership.Tier;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.money.Money;
import java.time.Instant;
import java.util.List;

/** What can happen to the membership programme of a channel, in tests. */
public record ProgrammeTurns(ChannelId channelId) {

    private static final ProgrammeEvidence EVIDENCE = new ProgrammeEvidence("IR", false, 0, 0, 0, null, false, 1);

    /** It is turned on. */
    public MembershipProgrammeEnabled enabled(long turn) {
        return new MembershipProgrammeEnabled(channelId, turn, EVIDENCE, QueryService.NOW);
    }

    /** It is paused. */
    public MembershipProgrammePaused paused(long turn, PauseCause cause, Instant at) {
        return new MembershipProgrammePaused(channelId, turn, cause, at);
    }

    /** The pause is left. */
    public MembershipProgrammeResumed resumed(long turn, Instant at) {
        return new MembershipProgrammeResumed(channelId, turn, EVIDENCE, at);
    }

    /** It ends. */
    public MembershipProgrammeTerminated terminated(long turn, EndReason reason, Instant at) {
        return new MembershipProgrammeTerminated(channelId, turn, reason, at);
    }

    /** A cause of pause is opened. */
    public PauseCauseOpened opened(PauseCause cause, Opener by) {
        return new PauseCauseOpened(channelId, cause, by, QueryService.NOW);
    }

    /** A cause of pause is closed. */
    public PauseCauseClosed closed(PauseCause cause, Opener by) {
        return new PauseCauseClosed(channelId, cause, by, QueryService.NOW);
    }

    /** A tier with a badge, a rial for each rank. */
    public TierSet tier(String tierId, int rank, boolean closed) {
        Perk badge = new Perk(Perk.Kind.BADGE, "A badge of " + tierId, rank == 1 ? null : "Beside your name");
        Money price = Money.ofMajor(Integer.toString(rank), Money.IRR);
        return new TierSet(
                channelId,
                new Tier(new TierId(tierId), "Tier " + tierId, rank, price, closed, List.of(badge)),
                QueryService.NOW);
    }
}
