package dev.creatorledger.query.earnings;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Total;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.view.DayKey;
import dev.creatorledger.query.view.DocumentReader;
import dev.creatorledger.query.view.View;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what the ads of a channel have earned (A12). */
public final class Earnings {

    /** What fills the view. */
    public static final View VIEW =
            new View(View.EARNINGS, List.of(EarningsDayDocument.PROJECTION, EarningsSpanDocument.PROJECTION));

    private final DocumentReader<EarningsDayDocument> days;
    private final DocumentReader<EarningsSpanDocument> spans;

    /** Reads from the views in a database. */
    public Earnings(MongoDatabase database) {
        days = new DocumentReader<>(database, EarningsDayDocument.PROJECTION);
        spans = new DocumentReader<>(database, EarningsSpanDocument.PROJECTION);
    }

    /** Earnings by period, oldest first; periods of which nothing is known are left out. */
    Page<EarningsItem> byPeriod(ChannelId channelId, DayRange range, Bucket bucket, PageRequest request) {
        DayRange rest = range.from(firstDay(bucket, request));
        SortedMap<String, EarningsFigures> periods = new TreeMap<>();
        for (EarningsDayDocument day : sums(channelId, known(channelId, rest, DayRange.MAX_DAYS))) {
            String period = bucket.periodOf(DayKey.dayOf(day.id()));
            periods.computeIfAbsent(period, unseen -> new EarningsFigures()).add(day);
        }
        List<EarningsItem> items = periods.entrySet().stream()
                .limit(request.limit() + 1L)
                .map(period -> EarningsItem.of(period.getKey(), period.getValue()))
                .toList();
        return Page.of(items, request, EarningsItem::period);
    }

    /** The creator's income of some days, open and sealed windows together. */
    Total incomeOf(ChannelId channelId, DayRange range) {
        EarningsFigures sum = new EarningsFigures();
        sums(channelId, known(channelId, range, DayRange.MAX_DAYS)).forEach(sum::add);
        return sum.income();
    }

    /** The days with the figures of each video. */
    List<EarningsDayDocument> withVideos(ChannelId channelId, DayRange range) {
        DayRange known = known(channelId, range, TopVideos.MAX_DAYS);
        return known.isEmpty() ? List.of() : days.find(DayKey.all(channelId, known.first(), known.last()));
    }

    private List<EarningsDayDocument> sums(ChannelId channelId, DayRange known) {
        return known.isEmpty()
                ? List.of()
                : days.findWithout(EarningsDayForm.VIDEOS, DayKey.all(channelId, known.first(), known.last()));
    }

    /** The days of a range of which anything is known; refused if a caller named a range that holds too many. */
    private DayRange known(ChannelId channelId, DayRange range, int maxDays) {
        EarningsSpanDocument span = spans.find(channelId.value());
        DayRange known = span == null ? DayRange.NONE : span.cut(range);
        return range.isOpenAtStart() ? known.last(maxDays) : known.atMost(maxDays);
    }

    private static LocalDate firstDay(Bucket bucket, PageRequest request) {
        String after = request.after();
        try {
            return after == null ? LocalDate.MIN : bucket.dayAfter(after);
        } catch (DateTimeException e) {
            throw PageRequest.malformedCursor();
        }
    }
}
