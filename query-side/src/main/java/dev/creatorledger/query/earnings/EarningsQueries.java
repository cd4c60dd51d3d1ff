package dev.creatorledger.query.earnings;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.channel.Channels;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.View;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports on what a channel's ads have earned (A12). */
@RestController
public final class EarningsQueries {

    private static final List<String> VIEWS = List.of(View.CHANNELS, View.EARNINGS);
    private static final int DEFAULT_TOP_DAYS = 28;

    private final Reading reading;
    private final Channels channels;
    private final Earnings earnings;
    private final TopVideos topVideos;
    private final Clock clock;

    /** Answers from the views. */
    public EarningsQueries(Reading reading, Channels channels, Earnings earnings, TopVideos topVideos, Clock clock) {
        this.reading = reading;
        this.channels = channels;
        this.earnings = earnings;
        this.topVideos = topVideos;
        this.clock = clock;
    }

    /** What ads have earned, by day or month, oldest first (A12). */
    @GetMapping("/v1/channels/{channelId}/earnings")
    public ResponseEntity<Page<EarningsItem>> earnings(
            @PathVariable ChannelId channelId,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String by,
            PageRequest page,
            AtLeast atLeast,
            Caller caller) {
        DayRange range = DayRange.parse(from, to);
        Bucket bucket = Bucket.parse(by);
        return answer(channelId, caller, atLeast, () -> earnings.byPeriod(channelId, range, bucket, page));
    }

    /** The videos that have earned most (A12). */
    @GetMapping("/v1/channels/{channelId}/videos/top")
    public ResponseEntity<Page<TopVideos.Item>> top(
            @PathVariable ChannelId channelId,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            PageRequest page,
            AtLeast atLeast,
            Caller caller) {
        DayRange asked = DayRange.parse(from, to);
        DayRange range = asked.isOpen() ? lastDays() : asked;
        return answer(channelId, caller, atLeast, () -> topVideos.of(channelId, range, page));
    }

    /** Where the month is heading (A12). */
    @GetMapping("/v1/channels/{channelId}/estimate")
    public ResponseEntity<MonthEstimate> estimate(@PathVariable ChannelId channelId, AtLeast atLeast, Caller caller) {
        return answer(channelId, caller, atLeast, () -> {
            Instant now = clock.instant();
            YearMonth month = MonthEstimate.monthOf(now);
            DayRange days = new DayRange(month.atDay(1), month.atEndOfMonth());
            return MonthEstimate.at(now, earnings.incomeOf(channelId, days));
        });
    }

    private <T> ResponseEntity<T> answer(ChannelId channelId, Caller caller, AtLeast atLeast, Supplier<T> answer) {
        caller.mayActFor(channelId);
        return reading.from(atLeast, VIEWS, () -> {
            channels.require(channelId);
            return answer.get();
        });
    }

    private DayRange lastDays() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new DayRange(today.minusDays(DEFAULT_TOP_DAYS - 1L), today);
    }
}
