package dev.creatorledger.query.view;

import dev.creatorledger.events.channel.ChannelId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;

/** The identity of a document about one channel and one UTC day. */
public final class DayKey {

    private static final char SEPARATOR = '/';

    private DayKey() {}

    /** The identity, such as {@code ch-1/2026-01-31}. */
    public static String of(ChannelId channelId, LocalDate day) {
        return channelId.value() + SEPARATOR + day;
    }

    /** The identities of every day from the first to the last, both included. */
    public static List<String> all(ChannelId channelId, LocalDate first, LocalDate last) {
        return LongStream.rangeClosed(first.toEpochDay(), last.toEpochDay())
                .mapToObj(day -> of(channelId, LocalDate.ofEpochDay(day)))
                .toList();
    }

    /** The channel of an identity. */
    public static String channelOf(String id) {
        return id.substring(0, id.indexOf(SEPARATOR));
    }

    /** The day of an identity. */
    public static LocalDate dayOf(String id) {
        return LocalDate.parse(id.substring(id.indexOf(SEPARATOR) + 1));
    }
}
