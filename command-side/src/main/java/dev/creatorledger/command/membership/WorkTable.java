package dev.creatorledger.command.membership;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.platform.metrics.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What falls due of memberships, and the turns that have not reached every member yet; a port, because each mode keeps
 * them in the store that it has. What is written while a batch of events is handled is written together when it commits.
 */
interface WorkTable {

    /** A membership of which something is due. */
    record DueMembership(MembershipId membershipId, ChannelId channelId, Instant dueAt) {}

    /** A turn that has not reached every member yet. */
    record OpenTurn(ChannelId channelId, long turn, boolean terminated, String toldUpTo, long told) {}

    /** A pause that has lasted too long. */
    record ExpiredPause(ChannelId channelId, Instant expiresAt) {}

    void begin(MembershipId membershipId, ChannelId channelId);

    /** When something happens by itself next; null if nothing does. */
    void dueAt(MembershipId membershipId, @Nullable Instant at);

    /** The next period begins then, unless a later one has been paid or asked already (B11, B21). */
    void paidUntil(MembershipId membershipId, Instant periodEnd);

    /** What was due then is done, unless something else is due by now; what was cancelled is over with it. */
    void done(DueMembership due);

    /** It follows its programme once more at the end of what was paid: after that no turn concerns it (B25). */
    void cancelled(MembershipId membershipId, Instant perksUntil);

    void forget(MembershipId membershipId);

    /** The memberships of which something is due, in the order of due times, some of them passed over. */
    List<DueMembership> due(Instant by, int limit, int passedOver);

    /** The members of a programme after one of them, in the order of their ids. */
    List<MembershipId> members(ChannelId channelId, String after, int limit);

    /** How many members a turn of a programme concerns. */
    long countMembers(ChannelId channelId);

    void turned(ChannelId channelId, long turn, boolean terminated);

    /** Turns that have not reached every member yet, in the order of channels and turns: those after one of them. */
    List<OpenTurn> turnsAfter(String channelId, long turn, int limit);

    /** Those of one programme. */
    List<OpenTurn> turns(ChannelId channelId);

    /** So many members after one of them were told, up to another; counted once, whichever nodes told them. */
    void told(OpenTurn turn, String after, MembershipId last, int howMany);

    void turnDone(ChannelId channelId, long turn);

    void paused(ChannelId channelId, Instant expiresAt);

    void notPaused(ChannelId channelId);

    /** A pause has been ended for its length, unless another one has begun by now. */
    void done(ExpiredPause expired);

    /** The pause that has lasted too long since the earliest time, if one has. */
    Optional<ExpiredPause> expired(Instant by);

    void dayBooked(MembershipDayId dayId, Instant dueAt);

    void dayFinal(MembershipDayId dayId);

    /** The days that are due, in their order, some of them passed over. */
    List<MembershipDayId> days(Instant by, int limit, int passedOver);

    /** What is to be done, counted up to a bound. */
    Work work(Instant now, int countUpTo);

    /**
     * What is to be done.
     *
     * @param members the memberships; late is also a pause that has lasted too long
     * @param turns how many turns have not reached every member
     * @param days how many days are to be made final
     */
    record Work(Waiting members, long turns, long days) {}
}
