package dev.creatorledger.events.membership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.creatorledger.events.MalformedIdException;
import dev.creatorledger.events.StreamId;
import dev.creatorledger.events.channel.ChannelId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Currency;

/**
 * The identity of the membership income of a channel on one UTC day in one currency (L5).
 *
 * @param channelId the channel
 * @param currency the currency
 * @param day the UTC day
 */
public record MembershipDayId(ChannelId channelId, Currency currency, LocalDate day) implements StreamId {

    /** The kind of stream, before the first colon of its name. */
    public static final String PREFIX = "membership-day:";

    private static final int PARTS = 3;

    /**
     * Reads {@code <channelId>:<currency>:<yyyy-MM-dd>}.
     *
     * @throws MalformedIdException if it is anything else
     */
    @JsonCreator
    public static MembershipDayId parse(String value) {
        String[] parts = value.split(":", PARTS);
        if (parts.length != PARTS) {
            throw new MalformedIdException("membershipDayId");
        }
        try {
            return new MembershipDayId(
                    new ChannelId(parts[0]), Currency.getInstance(parts[1]), LocalDate.parse(parts[2]));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new MalformedIdException("membershipDayId");
        }
    }

    /** The day on which something of a channel is booked that happens then. */
    public static MembershipDayId of(ChannelId channelId, Currency currency, Instant at) {
        return new MembershipDayId(channelId, currency, LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    @Override
    @JsonValue
    public String value() {
        return channelId.value() + ':' + currency + ':' + day;
    }

    /** The first instant after the day. */
    public Instant end() {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Override
    public String toString() {
        return PREFIX + value();
    }
}
