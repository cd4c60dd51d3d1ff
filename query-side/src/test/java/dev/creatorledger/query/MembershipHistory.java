package dev.creatorledger.query;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipPaymentBooked;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipRefundBooked;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.MembershipEvent.MembershipCancelled;
import dev.creatorledger.events.membership.MembershipEvent.MembershipEnded;
import dev.creatorledger.events.membership.MembershipEvent.MembershipLapsed;
import dev.creatorledger.events.membership.MembershipEvent.MembershipPaused;
import dev.creatorledger.events.membership.MembershipEvent.MembershipResumed;
import dev.creatorledger.events.membership.MembershipEvent.TierChangePlanned;
import dev.creatorledger.events.membership.MembershipEvent.TierChanged;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.PauseCause.Opener;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipIncomeFinalized;
import dev.creatorledger.events.membership.ProgrammeEvent.NetworkJoined;
import dev.creatorledger.events.membership.ProgrammeEvent.NetworkLeft;
import dev.creatorledger.events.membership.RefundCause;
import dev.creatorledger.events.membership.RefundEvent.RefundDue;
import dev.creatorledger.events.membership.RefundEvent.RefundSettled;
import dev.creatorledger.events.membership.RefundId;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.network.NetworkEvent.NetworkRegistered;
import dev.creatorledger.events.network.NetworkEvent.NetworkTermsAccepted;
import dev.creatorledger.events.network.NetworkId;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.Personal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes histories of memberships of a few channels from a seed: every event that views know, in any order. */
public final class MembershipHistory {

    private static final int MEMBERS = 4;
    private static final List<PauseCause> CAUSES = List.of(PauseCause.values());

    private final Random random;
    private final int channels;
    private final List<LedgerEvent> events = new ArrayList<>();

    private MembershipHistory(long seed, int channels) {
        this.random = new Random(seed);
        this.channels = channels;
    }

    /** So many things that happen to the channels of {@link History#channel}. */
    public static List<LedgerEvent> of(long seed, int channels, int happenings) {
        MembershipHistory history = new MembershipHistory(seed, channels);
        for (int i = 0; i < happenings; i++) {
            history.happen(i);
        }
        return List.copyOf(history.events);
    }

    private void happen(int number) {
        int channel = random.nextInt(channels);
        Membership member = Membership.of(History.channel(channel), "m" + random.nextInt(MEMBERS));
        Instant period = History.START.plus(Membership.PERIOD.multipliedBy(random.nextInt(3)));
        switch (random.nextInt(5)) {
            case 0 -> events.add(programme(new ProgrammeTurns(member.channelId()), number));
            case 1 -> events.add(network(member));
            case 2 -> events.add(billing(member, period));
            case 3 -> events.add(life(member, period, number));
            default -> events.add(money(member, period));
        }
    }

    private LedgerEvent programme(ProgrammeTurns programme, long turn) {
        PauseCause cause = CAUSES.get(random.nextInt(CAUSES.size()));
        Opener opener = random.nextBoolean() ? Opener.OPERATOR : Opener.SERVICE;
        return switch (random.nextInt(7)) {
            case 0 -> programme.enabled(turn);
            case 1 -> programme.paused(turn, cause, History.START);
            case 2 -> programme.resumed(turn, History.START.plus(Duration.ofHours(turn)));
            case 3 -> programme.terminated(turn, EndReason.ABUSE, History.START.plus(Duration.ofHours(turn)));
            case 4 -> programme.opened(cause, opener);
            case 5 -> programme.closed(cause, opener);
            default -> programme.tier("t" + random.nextInt(3), 1 + random.nextInt(6), random.nextBoolean());
        };
    }

    private LedgerEvent network(Membership member) {
        NetworkId network = new NetworkId("net-" + random.nextInt(2));
        return switch (random.nextInt(4)) {
            case 0 -> new NetworkRegistered(network, "Network");
            case 1 -> new NetworkTermsAccepted(network);
            case 2 -> new NetworkJoined(member.channelId(), network);
            default -> new NetworkLeft(member.channelId(), network);
        };
    }

    private LedgerEvent billing(Membership member, Instant period) {
        return switch (random.nextInt(4)) {
            case 0 -> member.due(period, period.plusSeconds(random.nextInt(9)), 1 + random.nextInt(5));
            case 1 -> member.paid(period);
            case 2 -> member.declined(period, 1, random.nextBoolean() ? period.plusSeconds(5) : null);
            default -> member.withdrawn(period);
        };
    }

    private LedgerEvent life(Membership member, Instant at, long turn) {
        Personal name = new Personal(PersonId.member(member.memberId()), "1." + "AbCd".repeat(12));
        return switch (random.nextInt(8)) {
            case 0 -> member.started(at, random.nextBoolean() ? name : null);
            case 1 -> new TierChangePlanned(member.id(), new TierId("t" + random.nextInt(3)));
            case 2 -> new TierChanged(member.id(), new TierId("t" + random.nextInt(3)), at);
            case 3 -> new MembershipPaused(member.id(), turn, at, null);
            case 4 -> new MembershipResumed(member.id(), turn, at, at.plusSeconds(random.nextInt(9)));
            case 5 -> new MembershipCancelled(member.id(), at, at.plus(Membership.PERIOD));
            case 6 -> new MembershipLapsed(member.id(), at);
            default -> new MembershipEnded(member.id(), EndReason.VOLUNTARY, at);
        };
    }

    private LedgerEvent money(Membership member, Instant at) {
        MembershipDayId day = MembershipDayId.of(member.channelId(), Membership.PRICE.currency(), at);
        RefundId refund = RefundId.ofPaymentOf(member.charge(at));
        return switch (random.nextInt(5)) {
            case 0 -> new MembershipPaymentBooked(day, member.id(), member.charge(at), Membership.SPLIT);
            case 1 -> new MembershipRefundBooked(day, member.id(), refund, Membership.SPLIT);
            case 2 -> new MembershipIncomeFinalized(member.channelId(), day, Membership.SPLIT.creatorPart());
            case 3 ->
                new RefundDue(
                        refund,
                        member.id(),
                        member.channelId(),
                        member.memberId(),
                        member.charge(at),
                        Membership.SPLIT,
                        RefundCause.FRAUD,
                        at);
            default -> new RefundSettled(refund, "back", Membership.SPLIT, at);
        };
    }
}
