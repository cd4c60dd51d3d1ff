package dev.creatorledger.query.payout;

import dev.creatorledger.events.calendar.SettlementTerms;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.query.view.DocumentForm;
import dev.creatorledger.query.view.StoredInstant;
import dev.creatorledger.query.view.StoredPersonal;
import java.time.LocalDate;
import java.util.Currency;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/** How a payout is stored. */
final class PayoutForm implements DocumentForm<PayoutDocument> {

    static final String CHANNEL = "channelId";
    static final String STATUS = "status";
    static final String REQUESTED_AT = "requestedAt";
    static final String APPROVED_AT = "approvedAt";

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
        StoredInstant.write(writer, REQUESTED_AT, payout.requestedAt);
        Personal iban = payout.iban;
        if (iban != null) {
            StoredPersonal.write(writer, "iban", iban);
        }
        StoredInstant.write(writer, APPROVED_AT, payout.approvedAt);
        write(writer, payout.terms);
        StoredInstant.write(writer, "endedAt", payout.endedAt);
        StoredInstant.write(writer, "settledAt", payout.settledAt);
        Integer lateBy = payout.lateByBusinessDays;
        if (lateBy != null) {
            writer.writeInt32("lateByBusinessDays", lateBy);
        }
        String reason = payout.reason;
        if (reason != null) {
            writer.writeString("reason", reason);
        }
    }

    private static void write(BsonWriter writer, @Nullable SettlementTerms terms) {
        if (terms != null) {
            writer.writeStartDocument("terms");
            writer.writeInt64("approvedOn", terms.approvedOn().toEpochDay());
            writer.writeInt64("lastDay", terms.lastDay().toEpochDay());
            StoredInstant.write(writer, "warnAt", terms.warnAt());
            StoredInstant.write(writer, "deadline", terms.deadline());
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
            case REQUESTED_AT -> payout.requestedAt = StoredInstant.read(reader);
            case "iban" -> payout.iban = StoredPersonal.read(reader);
            case APPROVED_AT -> payout.approvedAt = StoredInstant.read(reader);
            case "terms" -> payout.terms = readTerms(reader);
            case "endedAt" -> payout.endedAt = StoredInstant.read(reader);
            case "settledAt" -> payout.settledAt = StoredInstant.read(reader);
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
                StoredInstant.instant(reader.readInt64("warnAt")),
                StoredInstant.instant(reader.readInt64("deadline")),
                reader.readInt32("calendarVersion"));
        reader.readEndDocument();
        return terms;
    }
}
