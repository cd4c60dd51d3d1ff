package dev.creatorledger.query.balance;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.web.MoneyJson;
import dev.creatorledger.query.balance.StatementJson.StatementLine;
import dev.creatorledger.query.journal.BookedEvents.Booked;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the statement of a month from what a channel could ask for some time before it, and all that changed it since,
 * oldest first. It holds the lines of the month: at most one per hour and day, and those of its payouts.
 */
final class Statement {

    private final ChannelId channelId;
    private final YearMonth month;
    private final Instant from;
    private final Instant to;
    private final List<Line> lines = new ArrayList<>();
    private Total opening;

    /** A statement that has seen nothing since the channel could ask for so much, before the month. */
    Statement(ChannelId channelId, YearMonth month, Total before) {
        this.channelId = channelId;
        this.month = month;
        from = start(month);
        to = start(month.plusMonths(1));
        opening = before;
    }

    /** A change within the month. */
    private record Line(Booked booked, Money change) {}

    /** When a month begins. */
    static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Takes the next event. */
    void take(Booked booked) {
        booked.available(channelId)
                .filter(change -> change.currency().equals(opening.currency()))
                .ifPresent(change -> take(booked, change));
    }

    /** An event belongs to the month that it was recorded in, and so to one statement. */
    private void take(Booked booked, Money change) {
        StoredEvent stored = booked.stored();
        if (!stored.recordedAt().isBefore(to)) {
            return;
        }
        if (stored.recordedAt().isBefore(from)) {
            opening = opening.plus(change);
        } else {
            lines.add(new Line(booked, change));
        }
    }

    /** The statement as callers read it. */
    StatementJson json() {
        // Only now: an event of the month before can stand behind the first one of this month (times may go back).
        Total balance = opening;
        List<StatementLine> shown = new ArrayList<>();
        for (Line line : lines) {
            balance = balance.plus(line.change());
            shown.add(shown(line, balance));
        }
        return new StatementJson(
                channelId.value(),
                month.toString(),
                opening.currency().getCurrencyCode(),
                MoneyJson.of(opening),
                List.copyOf(shown),
                MoneyJson.of(balance));
    }

    private static StatementLine shown(Line line, Total balance) {
        StoredEvent stored = line.booked().stored();
        return new StatementLine(
                stored.recordedAt(),
                line.booked().entry().kind(),
                line.booked().entry().reference(),
                MoneyJson.of(line.change()),
                MoneyJson.of(balance),
                stored.position());
    }
}
