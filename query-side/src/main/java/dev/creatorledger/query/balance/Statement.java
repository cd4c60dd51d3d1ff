package dev.creatorledger.query.balance;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.web.MoneyJson;
import dev.creatorledger.query.balance.StatementJson.StatementLine;
import dev.creatorledger.query.journal.BookedEvents.Booked;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * Makes the statement of a month from all that changed what a channel can ask for, oldest first. It holds the lines of
 * the month: at most one per hour and day, and those of its payouts.
 */
final class Statement {

    private final ChannelId channelId;
    private final YearMonth month;
    private final Instant from;
    private final Instant to;
    private final List<StatementLine> lines = new ArrayList<>();
    private Money opening;
    private Money balance;

    /** A statement that has seen nothing yet. */
    Statement(ChannelId channelId, YearMonth month, Currency currency) {
        this.channelId = channelId;
        this.month = month;
        from = start(month);
        to = start(month.plusMonths(1));
        opening = Money.zero(currency);
        balance = opening;
    }

    private static Instant start(YearMonth month) {
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
        balance = balance.plus(change);
        if (stored.recordedAt().isBefore(from)) {
            opening = opening.plus(change);
            return;
        }
        lines.add(new StatementLine(
                stored.recordedAt(),
                booked.entry().kind(),
                booked.entry().reference(),
                MoneyJson.of(change),
                MoneyJson.of(balance),
                stored.position()));
    }

    /** The statement as callers read it. */
    StatementJson json() {
        return new StatementJson(
                channelId.value(),
                month.toString(),
                opening.currency().getCurrencyCode(),
                MoneyJson.of(opening),
                List.copyOf(lines),
                MoneyJson.of(balance));
    }
}
