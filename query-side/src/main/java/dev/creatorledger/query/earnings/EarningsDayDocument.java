package dev.creatorledger.query.earnings;

import static java.lang.Math.addExact;
import static java.lang.Math.subtractExact;

import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;
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
 * What the ads of one channel have earned on one UTC day, in rial, in sum and by credited video (A9, A12, C4).
 *
 * <p>The sums of a day outgrow 64 bits, though none of its windows does; another currency is an error (M1, M2).
 */
final class EarningsDayDocument extends ViewDocument {

    /** The projection of income and audience. */
    static final Projection<EarningsDayDocument> PROJECTION = Projection.into("earnings_days", new EarningsDayForm())
            .on(ImpressionQualified.class, e -> idOf(e.windowId()), EarningsDayDocument::qualified)
            .on(ImpressionNotQualified.class, e -> idOf(e.windowId()), (day, e) -> day.notQualified())
            .on(EarningsFinalized.class, e -> idOf(e.windowId()), EarningsDayDocument::finalized)
            .on(VideoAudienceReported.class, e -> DayKey.of(e.creditedChannelId(), e.date()), EarningsDayDocument::seen)
            .build();

    private static final Total NOTHING = Total.zero(Money.IRR);

    /** What one credited video has brought on the day. */
    static final class Video {
        Total earnings = NOTHING;
        long qualified;
        long views;
    }

    /** The creator's part of windows that are open, and of those that are sealed (A9). */
    Total estimated = NOTHING;

    Total finalized = NOTHING;

    /** The platform's part of the same income, open and sealed. */
    Total platformPart = NOTHING;

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
        Money creatorPart = event.creatorPart();
        estimated = estimated.plus(creatorPart);
        platformPart = platformPart.plus(event.netRevenue().minus(creatorPart));
        qualified++;
        VideoId credited = event.creditedVideoId();
        Video video = video(credited == null ? event.videoId() : credited);
        video.earnings = video.earnings.plus(creatorPart);
        video.qualified++;
        return true;
    }

    private boolean notQualified() {
        notQualified++;
        return true;
    }

    private boolean finalized(EarningsFinalized event) {
        Money creatorPart = event.creatorPart();
        estimated = estimated.minus(creatorPart);
        finalized = finalized.plus(creatorPart);
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
}
