package dev.creatorledger.query.payout;

import dev.creatorledger.events.calendar.SettlementTerms;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.query.view.DocumentForm;
import dev.creatorledger.query.view.StoredPersonal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/** How a payout is stored; times are microseconds since 1970, the event's full precision not being needed here. */
final class PayoutForm implements DocumentForm<PayoutDocument> {

    static final String CHANNEL = "channelId";
    static final String STATUS = "status";
    static final String REQUESTED_AT = "requestedAt";
    static final String APPROVED_AT = "approvedAt";

    private static final long NANOS_OF_MICRO = 1_000;
    private static final long MICROS_OF_SECOND = 1_000_000;

    @Override
    public Class<PayoutDocument> type() {
        return PayoutDocument.class;
    }

    @Override
    public PayoutDocument blank(String id) {
        return new PayoutDocument(id);
    }

    @Override
    public void write(BsonWriter writer, PayoutDocument payout) {
        writer.writeString(CHANNEL, payout.channelId);
        writer.writeString(STATUS, payout.status.name());
        writer.writeInt64("micros", payout.amount.micros());
        writer.writeString("currency", payout.amount.currency().getCurrencyCode());
        writer.writeInt64(REQUESTED_AT, micros(payout.requestedAt));
        Personal iban = payout.iban;
        if (iban != null) {
            StoredPersonal.write(writer, "iban", iban);
        }
        write(writer, APPROVED_AT, payout.approvedAt);
        write(writer, payout.terms);
        write(writer, "endedAt", payout.endedAt);
        write(writer, "settledAt", payout.settledAt);
        Integer lateBy = payout.lateByBusinessDays;
        if (lateBy != null) {
            writer.writeInt32("lateByBusinessDays", lateBy);
        }
        String reason = payout.reason;
        if (reason != null) {
            writer.writeString("reason", reason);
        }
    }

    private static void write(BsonWriter writer, String field, @Nullable Instant instant) {
        if (instant != null) {
            writer.writeInt64(field, micros(instant));
        }
    }

    private static void write(BsonWriter writer, @Nullable SettlementTerms terms) {
        if (terms != null) {
            writer.writeStartDocument("terms");
            writer.writeInt64("approvedOn", terms.approvedOn().toEpochDay());
            writer.writeInt64("lastDay", terms.lastDay().toEpochDay());
            writer.writeInt64("warnAt", micros(terms.warnAt()));
            writer.writeInt64("deadline", micros(terms.deadline()));
            writer.writeInt32("calendarVersion", terms.calendarVersion());
            writer.writeEndDocument();
        }
    }

    @Override
    public void read(BsonReader reader, String field, PayoutDocument payout) {
        switch (field) {
            case CHANNEL -> payout.channelId = reader.readString();
            case STATUS -> payout.status = PayoutStatus.valueOf(reader.readString());
            case "micros" -> payout.amount = new Money(reader.readInt64(), payout.amount.currency());
            case "currency" ->
                payout.amount = new Money(payout.amount.micros(), Currency.getInstance(reader.readString()));
            case REQUESTED_AT -> payout.requestedAt = instant(reader.readInt64());
            case "iban" -> payout.iban = StoredPersonal.read(reader);
            case APPROVED_AT -> payout.approvedAt = instant(reader.readInt64());
            case "terms" -> payout.terms = readTerms(reader);
            case "endedAt" -> payout.endedAt = instant(reader.readInt64());
            case "settledAt" -> payout.settledAt = instant(reader.readInt64());
            case "lateByBusinessDays" -> payout.lateByBusinessDays = reader.readInt32();
            case "reason" -> payout.reason = reader.readString();
            default -> throw new IllegalStateException("a payout has no field " + field);
        }
    }

    private static SettlementTerms readTerms(BsonReader reader) {
        reader.readStartDocument();
        SettlementTerms terms = new SettlementTerms(
                LocalDate.ofEpochDay(reader.readInt64("approvedOn")),
                LocalDate.ofEpochDay(reader.readInt64("lastDay")),
                instant(reader.readInt64("warnAt")),
                instant(reader.readInt64("deadline")),
                reader.readInt32("calendarVersion"));
        reader.readEndDocument();
        return terms;
    }

    static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), MICROS_OF_SECOND), instant.getNano() / NANOS_OF_MICRO);
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_OF_SECOND), Math.floorMod(micros, MICROS_OF_SECOND) * NANOS_OF_MICRO);
    }
}
