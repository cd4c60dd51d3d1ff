package dev.creatorledger.query.channel;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.query.programme.Programmes;
import dev.creatorledger.query.view.AsOf.Moment;
import dev.creatorledger.query.view.DayKey;
import dev.creatorledger.query.view.DocumentReader;
import dev.creatorledger.query.view.Past;
import dev.creatorledger.query.view.PastDocuments;
import dev.creatorledger.query.view.View;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is known about channels. */
public final class Channels {

    /** What fills the view. */
    public static final View VIEW = new View(
            View.CHANNELS,
            Stream.concat(
                            Stream.of(
                                    ChannelDocument.PROJECTION,
                                    WatchDayDocument.PROJECTION,
                                    VideoCountsDocument.PROJECTION,
                                    VideoDocument.PROJECTION),
                            Programmes.PROJECTIONS.stream())
                    .toList());

    private final DocumentReader<ChannelDocument> channels;
    private final DocumentReader<WatchDayDocument> watchDays;
    private final DocumentReader<VideoCountsDocument> videoCounts;
    private final Past past;

    /** Reads from the views in a database. */
    public Channels(MongoDatabase database, Past past) {
        this.past = past;
        channels = new DocumentReader<>(database, ChannelDocument.PROJECTION);
        watchDays = new DocumentReader<>(database, WatchDayDocument.PROJECTION);
        videoCounts = new DocumentReader<>(database, VideoCountsDocument.PROJECTION);
    }

    /**
     * Checks that a channel is registered.
     *
     * @return the channel's own currency
     * @throws Refusal NOT_FOUND if it is not
     */
    public Currency require(ChannelId channelId) {
        return require(channelId, null);
    }

    /**
     * Checks that a channel was registered.
     *
     * @param moment when; absent for now
     * @return the channel's own currency
     * @throws Refusal NOT_FOUND if it was not
     */
    public Currency require(ChannelId channelId, @Nullable Moment moment) {
        String id = channelId.value();
        ChannelDocument channel =
                moment == null ? channels.find(id) : past.find(ChannelDocument.PROJECTION, id, moment.position());
        return Currency.getInstance(found(channel, channelId).currency);
    }

    private static ChannelDocument found(@Nullable ChannelDocument channel, ChannelId channelId) {
        if (channel == null) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no channel " + channelId.value());
        }
        return channel;
    }

    /**
     * What is known about a channel.
     *
     * @param counts absent if it has no videos
     * @param watchSeconds seconds of original production watched in the policy's period up to a day, that day included
     *     (A1)
     */
    record Known(ChannelDocument channel, @Nullable VideoCountsDocument counts, long watchSeconds) {}

    /**
     * What is known about a channel.
     *
     * @throws Refusal NOT_FOUND if it is not registered
     */
    Known known(ChannelId channelId, LocalDate day, AdPolicy policy) {
        String id = channelId.value();
        List<String> days = daysOf(channelId, day, policy);
        return new Known(
                found(channels.find(id), channelId),
                videoCounts.find(id),
                sum(watchDays.findWithout(WatchDayDocument.VIDEOS, days)));
    }

    /**
     * What was known about a channel at a moment.
     *
     * @throws Refusal NOT_FOUND if it was not registered
     */
    Known known(ChannelId channelId, LocalDate day, AdPolicy policy, Moment moment) {
        String id = channelId.value();
        PastDocuments<ChannelDocument> channel = past.of(ChannelDocument.PROJECTION, List.of(id));
        PastDocuments<VideoCountsDocument> counts = past.of(VideoCountsDocument.PROJECTION, List.of(id));
        PastDocuments<WatchDayDocument> days = past.of(WatchDayDocument.PROJECTION, daysOf(channelId, day, policy));
        past.read(moment.position(), channel, counts, days);
        return new Known(found(channel.find(id), channelId), counts.find(id), sum(days.found()));
    }

    private static List<String> daysOf(ChannelId channelId, LocalDate last, AdPolicy policy) {
        return DayKey.all(channelId, last.minus(policy.watchPeriod()).plusDays(1), last);
    }

    private static long sum(Collection<WatchDayDocument> days) {
        return days.stream().mapToLong(day -> day.seconds).reduce(0, Math::addExact);
    }
}
