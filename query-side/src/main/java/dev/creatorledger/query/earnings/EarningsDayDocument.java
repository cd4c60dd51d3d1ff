package dev.creatorledger.query.earnings;

import static java.lang.Math.addExact;
import static java.lang.Math.subtractExact;

import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.money.MixedCurrenciesException;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.video.VideoEvent.VideoAudienceReported;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.WindowEvent.ImpressionNotQualified;
import dev.creatorledger.events.window.WindowEvent.ImpressionQualified;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.query.view.DayKey;
import dev.creatorledger.query.view.Projection;
import dev.creatorledger.query.view.ViewDocument;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the ads of one channel have earned on one UTC day, in rial micros, in sum and by credited video (A9, A12, C4).
 *
 * <p>Sums that do not fit are errors, never wrong numbers (M1).
 */
final class EarningsDayDocument extends ViewDocument {

    /** The projection of income and audience. */
    static final Projection<EarningsDayDocument> PROJECTION = Projection.into("earnings_days", new EarningsDayForm())
            .on(ImpressionQualified.class, e -> idOf(e.windowId()), EarningsDayDocument::qualified)
            .on(ImpressionNotQualified.class, e -> idOf(e.windowId()), (day, e) -> day.notQualified())
            .on(EarningsFinalized.class, e -> idOf(e.windowId()), EarningsDayDocument::finalized)
            .on(VideoAudienceReported.class, e -> DayKey.of(e.creditedChannelId(), e.date()), EarningsDayDocument::seen)
            .build();

    /** What one credited video has brought on the day. */
    static final class Video {
        long earnings;
        long qualified;
        long views;
    }

    /** The creator's part of windows that are open, and of those that are sealed (A9). */
    long estimated;

    long finalized;

    /** The platform's part of the same income, open and sealed. */
    long platformPart;

    long qualified;
    long notQualified;
    long views;

    /** By the credited video's identity, in the order in which they came. */
    final Map<String, Video> videos = new LinkedHashMap<>();

    EarningsDayDocument(String id) {
        super(id);
    }

    @Override
    protected int weight() {
        return 1 + videos.size();
    }

    private boolean qualified(ImpressionQualified event) {
        long creatorPart = rialMicros(event.creatorPart());
        estimated = addExact(estimated, creatorPart);
        platformPart = addExact(platformPart, subtractExact(rialMicros(event.netRevenue()), creatorPart));
        qualified++;
        VideoId credited = event.creditedVideoId();
        Video video = video(credited == null ? event.videoId() : credited);
        video.earnings = addExact(video.earnings, creatorPart);
        video.qualified++;
        return true;
    }

    private boolean notQualified() {
        notQualified++;
        return true;
    }

    private boolean finalized(EarningsFinalized event) {
        long creatorPart = rialMicros(event.creatorPart());
        estimated = subtractExact(estimated, creatorPart);
        finalized = addExact(finalized, creatorPart);
        return true;
    }

    private boolean seen(VideoAudienceReported event) {
        long more = subtractExact(event.views(), event.previousViews());
        if (more == 0) {
            return false;
        }
        views = addExact(views, more);
        Video video = video(event.creditedVideoId());
        video.views = addExact(video.views, more);
        return true;
    }

    private Video video(VideoId id) {
        return videos.computeIfAbsent(id.value(), unknown -> new Video());
    }

    private static String idOf(WindowId windowId) {
        return DayKey.of(windowId.channelId(), windowId.day());
    }

    private static long rialMicros(Money money) {
        if (!money.currency().equals(Money.IRR)) {
            throw new MixedCurrenciesException(Money.IRR, money.currency());
        }
        return money.micros();
    }
}
