package dev.creatorledger.query.channel;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.query.programme.Programmes;
import dev.creatorledger.query.view.DayKey;
import dev.creatorledger.query.view.DocumentReader;
import dev.creatorledger.query.view.View;
import java.time.LocalDate;
import java.util.Currency;
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

    /** Reads from the views in a database. */
    public Channels(MongoDatabase database) {
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
        return Currency.getInstance(find(channelId).currency);
    }

    ChannelDocument find(ChannelId channelId) {
        ChannelDocument channel = channels.find(channelId.value());
        if (channel == null) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no channel " + channelId.value());
        }
        return channel;
    }

    /** Seconds of original production watched in the policy's period up to a day, that day included (A1). */
    long watchSeconds(ChannelId channelId, LocalDate today, AdPolicy policy) {
        LocalDate first = today.minus(policy.watchPeriod()).plusDays(1);
        return watchDays.findWithout(WatchDayDocument.VIDEOS, DayKey.all(channelId, first, today)).stream()
                .mapToLong(day -> day.seconds)
                .reduce(0, Math::addExact);
    }

    @Nullable
    VideoCountsDocument videoCounts(ChannelId channelId) {
        return videoCounts.find(channelId.value());
    }
}
