package dev.creatorledger.query.earnings;

import static java.lang.Math.addExact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;
import dev.creatorledger.platform.web.MoneyJson;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.channel.VideoDocument;
import dev.creatorledger.query.view.DocumentReader;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A channel's videos by what they have earned for the creator, the best first (A12). */
public final class TopVideos {

    /** How many days a query can span. */
    static final int MAX_DAYS = 366;

    private static final Comparator<Ranked> BEST_FIRST =
            Comparator.comparing(Ranked::earnings).reversed().thenComparing(Ranked::videoId);

    private final Earnings earnings;
    private final DocumentReader<VideoDocument> videos;

    /**
     * One video of the list.
     *
     * @param videoId the credited video: copies show under their original
     * @param title its title, if it has one
     * @param earnings the creator's earnings, estimated and final
     * @param qualified impressions that earned
     * @param views views of it and its copies
     * @param rpm the creator's earnings per thousand views; absent without views
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String videoId,
            @Nullable String title,
            MoneyJson earnings,
            long qualified,
            long views,
            @Nullable MoneyJson rpm) {}

    private record Ranked(String videoId, Total earnings, long qualified, long views) {

        static Ranked sum(Ranked one, Ranked other) {
            return new Ranked(
                    one.videoId,
                    one.earnings.plus(other.earnings),
                    addExact(one.qualified, other.qualified),
                    addExact(one.views, other.views));
        }

        String key() {
            return earnings.micros() + "/" + videoId;
        }

        static Ranked ofKey(String key) {
            int slash = key.indexOf('/');
            try {
                BigInteger micros = new BigInteger(key.substring(0, Math.max(0, slash)));
                return new Ranked(key.substring(slash + 1), Total.ofMicros(micros, Money.IRR), 0, 0);
            } catch (NumberFormatException e) {
                throw PageRequest.malformedCursor();
            }
        }
    }

    /** Reads from the views in a database. */
    public TopVideos(Earnings earnings, MongoDatabase database) {
        this.earnings = earnings;
        this.videos = new DocumentReader<>(database, VideoDocument.PROJECTION);
    }

    /** The videos by earnings of some days; ties by identity. */
    Page<Item> of(ChannelId channelId, DayRange range, PageRequest request) {
        Map<String, Ranked> sums = new HashMap<>();
        earnings.withVideos(channelId, range)
                .forEach(day -> day.videos.forEach((id, video) ->
                        sums.merge(id, new Ranked(id, video.earnings, video.qualified, video.views), Ranked::sum)));
        String after = request.after();
        Ranked last = after == null ? null : Ranked.ofKey(after);
        List<Ranked> found = sums.values().stream()
                .filter(one -> last == null || BEST_FIRST.compare(one, last) > 0)
                .sorted(BEST_FIRST)
                .limit(request.limit() + 1L)
                .toList();
        Page<Ranked> page = Page.of(found, request, Ranked::key);
        return new Page<>(items(page.items()), page.next());
    }

    private List<Item> items(List<Ranked> ranked) {
        Map<String, VideoDocument> known = videos
                .find(ranked.stream().map(Ranked::videoId).toList())
                .stream()
                .collect(Collectors.toMap(VideoDocument::id, video -> video));
        return ranked.stream().map(one -> item(one, known.get(one.videoId()))).toList();
    }

    private static Item item(Ranked one, @Nullable VideoDocument video) {
        return new Item(
                one.videoId(),
                video == null ? null : video.title(),
                MoneyJson.of(one.earnings()),
                one.qualified(),
                one.views(),
                Rpm.of(one.earnings(), one.views()));
    }
}
