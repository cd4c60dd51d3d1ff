package dev.creatorledger.query.asof;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.calendar.BusinessCalendar;
import dev.creatorledger.events.calendar.SettlementTerms;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeReinstated;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeSuspended;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.MembershipEvent.MembershipCancelled;
import dev.creatorledger.events.membership.MembershipEvent.MembershipEnded;
import dev.creatorledger.events.membership.MembershipEvent.MembershipPaused;
import dev.creatorledger.events.membership.MembershipEvent.MembershipResumed;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.events.payout.PayoutEvent.PayoutApproved;
import dev.creatorledger.events.payout.PayoutEvent.PayoutFailed;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRejected;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRequested;
import dev.creatorledger.events.payout.PayoutEvent.PayoutReturned;
import dev.creatorledger.events.payout.PayoutEvent.PayoutSent;
import dev.creatorledger.events.payout.PayoutEvent.PayoutSettled;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.query.History;
import dev.creatorledger.query.Membership;
import dev.creatorledger.query.MoneyHistory;
import dev.creatorledger.query.ProgrammeTurns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Some weeks of three channels: income, payouts and returns, members, pauses and refunds, told in turns by chance. */
final class Story {

    static final int CHANNELS = 3;
    static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private static final BusinessCalendar EVERY_DAY = new BusinessCalendar("IR", 1, Set.of(), Set.of());

    private final Random random;
    private final BankAccount account;

    Story(Random random, BankAccount account) {
        this.random = random;
        this.account = account;
    }

    /** All events, each kind of them in an order that can happen; the channels are registered first. */
    List<LedgerEvent> events() {
        List<LedgerEvent> audience = History.of(random.nextLong(), CHANNELS, 300);
        List<LedgerEvent> events = new ArrayList<>(audience.subList(0, 5 * CHANNELS));
        List<Deque<LedgerEvent>> threads = new ArrayList<>();
        threads.add(new ArrayDeque<>(audience.subList(5 * CHANNELS, audience.size())));
        threads.add(new ArrayDeque<>(MoneyHistory.of(random.nextLong(), CHANNELS, 500)));
        for (int i = 0; i < CHANNELS; i++) {
            ChannelId channel = History.channel(i);
            threads.add(new ArrayDeque<>(List.of(
                    new AdProgrammeSuspended(channel, BEGINNING), new AdProgrammeReinstated(channel, BEGINNING))));
            threads.add(new ArrayDeque<>(programme(new ProgrammeTurns(channel))));
            threads.add(new ArrayDeque<>(payouts(channel)));
            threads.add(new ArrayDeque<>(member(Membership.of(channel, "ali"), false)));
            threads.add(new ArrayDeque<>(member(Membership.of(channel, "sara"), true)));
        }
        while (threads.stream().anyMatch(thread -> !thread.isEmpty())) {
            int longest = random.nextInt(3) == 0 ? 2 + random.nextInt(threads.size() - 2) : random.nextInt(2);
            LedgerEvent next = threads.get(longest).poll();
            if (next != null) {
                events.add(next);
            }
        }
        return events;
    }

    private static List<LedgerEvent> programme(ProgrammeTurns programme) {
        return List.of(
                programme.tier("gold", 1, false),
                programme.enabled(1),
                programme.paused(2, PauseCause.MONETIZATION_LOST, BEGINNING),
                programme.resumed(3, BEGINNING),
                programme.paused(4, PauseCause.CHANNEL_TERMINATED, BEGINNING),
                programme.terminated(5, EndReason.ABUSE, BEGINNING));
    }

    private List<LedgerEvent> payouts(ChannelId channel) {
        PayoutId settled = new PayoutId(channel.value() + "-settled");
        PayoutId failed = new PayoutId(channel.value() + "-failed");
        PayoutId rejected = new PayoutId(channel.value() + "-rejected");
        return List.of(
                requested(channel, settled),
                approved(settled),
                new PayoutSent(settled, "BR-1"),
                new PayoutSettled(settled, "BR-1", BEGINNING, null),
                requested(channel, failed),
                approved(failed),
                new PayoutReturned(settled, "closed"),
                new PayoutSent(failed, "BR-2"),
                new PayoutFailed(failed, "closed", BEGINNING),
                requested(channel, rejected),
                new PayoutRejected(rejected, "no"));
    }

    private PayoutRequested requested(ChannelId channel, PayoutId id) {
        return new PayoutRequested(id, channel, Money.ofMajor("5", Money.IRR), account, BEGINNING);
    }

    private static PayoutApproved approved(PayoutId id) {
        return new PayoutApproved(id, BEGINNING, SettlementTerms.of(BEGINNING, EVERY_DAY, 7, 5), 1);
    }

    private static List<LedgerEvent> member(Membership member, boolean cancels) {
        Instant renewal = BEGINNING.plus(Membership.PERIOD);
        return List.of(
                member.started(BEGINNING, null),
                member.due(BEGINNING),
                member.paid(BEGINNING),
                member.due(renewal),
                member.declined(renewal, 1, renewal.plusSeconds(60)),
                member.paid(renewal),
                new MembershipPaused(member.id(), 2, BEGINNING, null),
                new MembershipResumed(member.id(), 3, BEGINNING, BEGINNING),
                cancels
                        ? new MembershipCancelled(member.id(), BEGINNING, BEGINNING.plus(Duration.ofDays(20)))
                        : new MembershipEnded(member.id(), EndReason.ABUSE, BEGINNING));
    }
}
