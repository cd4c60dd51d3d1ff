package dev.creatorledger.command.membership;

import dev.creatorledger.command.channel.ProgrammeCommand.AskDaysNotFinal;
import dev.creatorledger.command.config.Commands.Together;
import dev.creatorledger.command.membership.MembershipDayCommand.AskCreatorPart;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.money.Total;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.store.StreamHeads;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What refunds of days that are not final are about to take from a channel's balance (P7, L5): they are booked at once,
 * and reach the balance when their day is sealed.
 */
public final class RefundsToCome {

    /** A service that was down seals late; its day may be long over. */
    private static final long DAYS_LATE = 7;

    private final StreamHeads heads;
    private final Policies policies;
    private final Clock clock;

    /** Finds the days by their names. */
    public RefundsToCome(StreamHeads heads, Policies policies, Clock clock) {
        this.heads = heads;
        this.policies = policies;
        this.clock = clock;
    }

    /** How much more that is than what payments of those days bring; asked in the unit of work that depends on it. */
    public Total owed(Together unit, ChannelId channelId, Currency currency) {
        Total toCome = Total.zero(currency);
        Set<MembershipDayId> booked = booked(channelId, currency);
        if (!booked.isEmpty()) {
            for (MembershipDayId day : unit.<Set<MembershipDayId>>send(new AskDaysNotFinal(channelId, booked))) {
                toCome = toCome.plus(unit.<Total>send(new AskCreatorPart(day)));
            }
        }
        return toCome.isNegative() ? toCome.negated() : Total.zero(currency);
    }

    /** The days, of the time that one may still be open, on which something is booked. */
    private Set<MembershipDayId> booked(ChannelId channelId, Currency currency) {
        Instant now = clock.instant();
        long days = policies.membershipsAt(now).bookable().toDays() + 1 + DAYS_LATE;
        Map<String, MembershipDayId> byStream = LongStream.rangeClosed(0, days)
                .mapToObj(before -> MembershipDayId.of(channelId, currency, now.minus(before, ChronoUnit.DAYS)))
                .collect(Collectors.toMap(MembershipDayId::toString, Function.identity()));
        return heads.lastSequences(byStream.keySet()).keySet().stream()
                .map(byStream::get)
                .collect(Collectors.toSet());
    }
}
