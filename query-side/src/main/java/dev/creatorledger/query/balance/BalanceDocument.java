package dev.creatorledger.query.balance;

import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.channel.ChannelEvent.PayoutHeld;
import dev.creatorledger.events.channel.ChannelEvent.PayoutMoneyReturned;
import dev.creatorledger.events.channel.ChannelEvent.PayoutPaid;
import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipPaymentBooked;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipRefundBooked;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipIncomeFinalized;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;
import dev.creatorledger.events.window.WindowEvent.ImpressionQualified;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.query.view.DocumentForm;
import dev.creatorledger.query.view.Projection;
import dev.creatorledger.query.view.StoredTotal;
import dev.creatorledger.query.view.ViewDocument;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;

/**
 * What a channel has in each currency: estimated while windows and membership days are open, available once they are
 * sealed, held for open payouts (A9, L5, P3, M2). Refunds can take both below zero (P7).
 */
final class BalanceDocument extends ViewDocument {

    /** The projection of income. */
    static final Projection<BalanceDocument> PROJECTION = Projection.into("balances", new Form())
            .on(ImpressionQualified.class, e -> e.windowId().channelId().value(), (b, e) -> b.expect(e.creatorPart()))
            .on(EarningsFinalized.class, e -> e.channelId().value(), (b, e) -> b.finalized(e.creatorPart()))
            .on(
                    MembershipPaymentBooked.class,
                    e -> channelOf(e.dayId()),
                    (b, e) -> b.expect(e.split().creatorPart()))
            .on(
                    MembershipRefundBooked.class,
                    e -> channelOf(e.dayId()),
                    (b, e) -> b.expectLess(e.split().creatorPart()))
            .on(MembershipIncomeFinalized.class, e -> e.channelId().value(), (b, e) -> b.finalized(e.creatorPart()))
            .on(PayoutHeld.class, e -> e.channelId().value(), (balance, e) -> balance.hold(e.amount()))
            .on(PayoutReleased.class, e -> e.channelId().value(), (balance, e) -> balance.release(e.amount()))
            .on(PayoutPaid.class, e -> e.channelId().value(), (balance, e) -> balance.paid(e.amount()))
            .on(PayoutMoneyReturned.class, e -> e.channelId().value(), (balance, e) -> balance.returned(e.amount()))
            .kept(id -> List.of(ChannelId.PREFIX + id, WindowId.PREFIX + id + ':', MembershipDayId.PREFIX + id + ':'))
            .build();

    /** The parts of one currency's balance; sums over all that a channel has ever had outgrow 64 bits (M1). */
    static final class Line {
        Total available;
        Total held;
        Total estimated;

        Line(Currency currency) {
            available = Total.zero(currency);
            held = available;
            estimated = available;
        }

        Total total() {
            return available.plus(held).plus(estimated);
        }
    }

    /** By currency code, in its order. */
    final Map<String, Line> lines = new TreeMap<>();

    BalanceDocument(String id) {
        super(id);
    }

    private static String channelOf(MembershipDayId dayId) {
        return dayId.channelId().value();
    }

    private boolean expect(Money creatorPart) {
        Line line = line(creatorPart.currency());
        line.estimated = line.estimated.plus(creatorPart);
        return true;
    }

    private boolean expectLess(Money creatorPart) {
        Line line = line(creatorPart.currency());
        line.estimated = line.estimated.minus(creatorPart);
        return true;
    }

    private boolean finalized(Money creatorPart) {
        Line line = line(creatorPart.currency());
        line.estimated = line.estimated.minus(creatorPart);
        line.available = line.available.plus(creatorPart);
        return true;
    }

    private boolean hold(Money amount) {
        Line line = line(amount.currency());
        line.available = line.available.minus(amount);
        line.held = line.held.plus(amount);
        return true;
    }

    private boolean release(Money amount) {
        Line line = line(amount.currency());
        line.held = line.held.minus(amount);
        line.available = line.available.plus(amount);
        return true;
    }

    private boolean paid(Money amount) {
        Line line = line(amount.currency());
        line.held = line.held.minus(amount);
        return true;
    }

    private boolean returned(Money amount) {
        Line line = line(amount.currency());
        line.available = line.available.plus(amount);
        return true;
    }

    private Line line(Currency currency) {
        return lines.computeIfAbsent(currency.getCurrencyCode(), code -> new Line(currency));
    }

    /** Whether it owes in any currency. */
    private boolean isNegative() {
        return lines.values().stream().anyMatch(line -> line.available.isNegative());
    }

    /** How it is stored. */
    static final class Form implements DocumentForm<BalanceDocument> {

        /** Stands in documents of channels that owe, and in no others: an index finds them (U6). */
        static final String NEGATIVE = "negative";

        private static final String LINES = "lines";

        @Override
        public Class<BalanceDocument> type() {
            return BalanceDocument.class;
        }

        @Override
        public BalanceDocument blank(String id) {
            return new BalanceDocument(id);
        }

        @Override
        public void write(BsonWriter writer, BalanceDocument balance) {
            if (balance.isNegative()) {
                writer.writeBoolean(NEGATIVE, true);
            }
            writer.writeStartArray(LINES);
            balance.lines.forEach((currency, line) -> {
                writer.writeStartDocument();
                writer.writeString("currency", currency);
                StoredTotal.write(writer, "available", line.available);
                StoredTotal.write(writer, "held", line.held);
                StoredTotal.write(writer, "estimated", line.estimated);
                writer.writeEndDocument();
            });
            writer.writeEndArray();
        }

        @Override
        public void read(BsonReader reader, String field, BalanceDocument balance) {
            switch (field) {
                case NEGATIVE -> reader.readBoolean(); // follows from the lines
                case LINES -> readLines(reader, balance);
                default -> throw new IllegalStateException("a balance has no field " + field);
            }
        }

        private static void readLines(BsonReader reader, BalanceDocument balance) {
            reader.readStartArray();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                reader.readStartDocument();
                Currency currency = Currency.getInstance(reader.readString("currency"));
                Line line = balance.line(currency);
                line.available = StoredTotal.read(reader, "available", currency);
                line.held = StoredTotal.read(reader, "held", currency);
                line.estimated = StoredTotal.read(reader, "estimated", currency);
                reader.readEndDocument();
            }
            reader.readEndArray();
        }
    }
}
