package dev.creatorledger.query.balance;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Total;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Fields;
import dev.creatorledger.query.channel.Channels;
import dev.creatorledger.query.journal.BookedEvents;
import dev.creatorledger.query.journal.Books;
import dev.creatorledger.query.view.AsOf;
import dev.creatorledger.query.view.AsOf.Moment;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.View;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a creator every change of a month, from the events themselves. */
@RestController
public final class StatementQueries {

    private static final Pattern MONTH = Pattern.compile("(?!0000)\\d{4}-(0[1-9]|1[0-2])");
    private static final List<String> VIEWS = List.of(View.CHANNELS, View.JOURNAL);

    /** By how much times can go back from one event to the next, at most ({@link StoredEvents#lastRecordedBy}). */
    private static final Duration BACK = Duration.ofHours(1);

    private final Reading reading;
    private final AsOf asOf;
    private final Channels channels;
    private final StoredEvents events;
    private final Books books;
    private final BookedEvents booked;
    private final Clock clock;

    /** Answers from the books as of the month's beginning, and from the event store. */
    public StatementQueries(
            Reading reading,
            AsOf asOf,
            Channels channels,
            StoredEvents events,
            Books books,
            BookedEvents booked,
            Clock clock) {
        this.reading = reading;
        this.asOf = asOf;
        this.channels = channels;
        this.events = events;
        this.books = books;
        this.booked = booked;
        this.clock = clock;
    }

    /** Everything that changed what can be paid out in a month. */
    @GetMapping("/v1/channels/{channelId}/statement")
    public ResponseEntity<StatementJson> statement(
            @PathVariable ChannelId channelId,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(name = "asOf", required = false) @Nullable String asOfText,
            AtLeast atLeast,
            Caller caller) {
        caller.mayActFor(channelId);
        Fields fields = new Fields();
        YearMonth wanted = month(fields, month);
        Currency named = currency == null ? null : fields.currency("currency", currency);
        fields.check();
        Moment moment = asOf.moment(asOfText);
        AtLeast seen = AsOf.seen(moment, atLeast);
        long before = before(wanted, moment);
        return reading.from(new AtLeast(Math.max(seen.position(), before)), VIEWS, () -> {
            Currency own = channels.require(channelId, moment);
            Total opening = books.payable(channelId, named == null ? own : named, before);
            Statement statement = new Statement(channelId, wanted, opening);
            booked.ofPayable(channelId, before, end(wanted, moment), statement::take);
            return statement.json();
        });
    }

    /** A position up to which every event was recorded before a month. */
    private long before(YearMonth month, @Nullable Moment moment) {
        long before = events.lastRecordedBy(Statement.start(month).minus(BACK));
        return moment == null ? before : Math.min(before, moment.position());
    }

    /** The position after which no event was recorded in a month, or is asked for. */
    private long end(YearMonth month, @Nullable Moment moment) {
        long last = events.lastRecordedBy(Statement.start(month.plusMonths(1)).minusNanos(1_000));
        return moment == null ? last : Math.min(last, moment.position());
    }

    private YearMonth month(Fields fields, @Nullable String month) {
        YearMonth current = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        if (month == null) {
            return current;
        }
        YearMonth wanted = MONTH.matcher(month).matches() ? YearMonth.parse(month) : null;
        if (wanted == null || wanted.isAfter(current)) {
            fields.refuse("month", "a month that has begun, such as 2026-01");
            return current;
        }
        return wanted;
    }
}
