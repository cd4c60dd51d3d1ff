package dev.creatorledger.events.window;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.creatorledger.events.MalformedIdException;
import dev.creatorledger.events.StreamId;
import dev.creatorledger.events.channel.ChannelId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * The identity of an hourly window: the credited channel and the hour of {@code shownAt} (A8).
 *
 * @param channelId the credited channel
 * @param hour the first instant of the hour, UTC
 */
public record WindowId(ChannelId channelId, Instant hour) implements StreamId, Comparable<WindowId> {

    /** The kind of stream, before the first colon of its name. */
    public static final String PREFIX = "window:";

    private static final String MINUTES_AND_ZONE = ":00:00Z";

    /** Checks that the hour is a full one. */
    public WindowId {
        if (!hour.equals(hour.truncatedTo(ChronoUnit.HOURS))) {
            throw new MalformedIdException("windowId");
        }
    }

    /** The window in which an impression of a channel is booked. */
    public static WindowId of(ChannelId channelId, Instant shownAt) {
        return new WindowId(channelId, shownAt.truncatedTo(ChronoUnit.HOURS));
    }

    /**
     * Reads {@code <channelId>:<yyyy-MM-ddTHH>}.
     *
     * @throws MalformedIdException if it is anything else
     */
    @JsonCreator
    public static WindowId parse(String value) {
        int colon = value.indexOf(':');
        if (colon < 0) {
            throw new MalformedIdException("windowId");
        }
        WindowId window;
        try {
            window = new WindowId(
                    new ChannelId(value.substring(0, colon)),
                    Instant.parse(value.substring(colon + 1) + MINUTES_AND_ZONE));
        } catch (DateTimeParseException e) {
            throw new MalformedIdException("windowId");
        }
        // Instants can be written in more than one way ("t05", "T24"); an identity cannot.
        if (!window.value().equals(value)) {
            throw new MalformedIdException("windowId");
        }
        return window;
    }

    @Override
    @JsonValue
    public String value() {
        String instant = hour.toString();
        return channelId.value() + ':' + instant.substring(0, instant.length() - MINUTES_AND_ZONE.length());
    }

    /** The UTC day that the hour belongs to. */
    public LocalDate day() {
        return LocalDate.ofInstant(hour, ZoneOffset.UTC);
    }

    /** The first instant after the hour. */
    public Instant end() {
        return hour.plus(1, ChronoUnit.HOURS);
    }

    /** The order in which windows are taken whenever several are taken at once, so that nobody waits in a circle. */
    @Override
    public int compareTo(WindowId other) {
        int byChannel = channelId.value().compareTo(other.channelId.value());
        return byChannel != 0 ? byChannel : hour.compareTo(other.hour);
    }

    @Override
    public String toString() {
        return PREFIX + value();
    }
}
