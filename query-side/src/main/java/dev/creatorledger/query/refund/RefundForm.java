package dev.creatorledger.query.refund;

import dev.creatorledger.events.membership.PaymentSplit;
import dev.creatorledger.events.membership.RefundCause;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.query.view.DocumentForm;
import dev.creatorledger.query.view.StoredInstant;
import java.util.Currency;
import org.bson.BsonReader;
import org.bson.BsonWriter;

/** How a refund is stored. */
final class RefundForm implements DocumentForm<RefundDocument> {

    static final String CHANNEL = "channelId";
    static final String STATUS = "status";
    static final String CAUSE = "cause";
    static final String DUE_AT = "dueAt";

    @Override
    public Class<RefundDocument> type() {
        return RefundDocument.class;
    }

    @Override
    public RefundDocument blank(String id) {
        return new RefundDocument(id);
    }

    @Override
    public void write(BsonWriter writer, RefundDocument refund) {
        writer.writeString("membershipId", refund.membershipId);
        writer.writeString(CHANNEL, refund.channelId);
        writer.writeString("memberId", refund.memberId);
        writer.writeString("chargeId", refund.chargeId);
        writer.writeStartDocument("split");
        writer.writeString("currency", refund.split.amount().currency().getCurrencyCode());
        writer.writeInt64("amount", refund.split.amount().micros());
        writer.writeInt64("creatorPart", refund.split.creatorPart().micros());
        writer.writeInt64("platformPart", refund.split.platformPart().micros());
        writer.writeInt64("tax", refund.split.tax().micros());
        writer.writeEndDocument();
        writer.writeString(CAUSE, refund.cause.name());
        writer.writeString(STATUS, refund.status.name());
        StoredInstant.write(writer, DUE_AT, refund.dueAt);
        StoredInstant.write(writer, "settledAt", refund.settledAt);
    }

    @Override
    public void read(BsonReader reader, String field, RefundDocument refund) {
        switch (field) {
            case "membershipId" -> refund.membershipId = reader.readString();
            case CHANNEL -> refund.channelId = reader.readString();
            case "memberId" -> refund.memberId = reader.readString();
            case "chargeId" -> refund.chargeId = reader.readString();
            case "split" -> refund.split = readSplit(reader);
            case CAUSE -> refund.cause = RefundCause.valueOf(reader.readString());
            case STATUS -> refund.status = RefundStatus.valueOf(reader.readString());
            case DUE_AT -> refund.dueAt = StoredInstant.read(reader);
            case "settledAt" -> refund.settledAt = StoredInstant.read(reader);
            default -> throw new IllegalStateException("a refund has no field " + field);
        }
    }

    private static PaymentSplit readSplit(BsonReader reader) {
        reader.readStartDocument();
        Currency currency = Currency.getInstance(reader.readString("currency"));
        PaymentSplit split = new PaymentSplit(
                new Money(reader.readInt64("amount"), currency),
                new Money(reader.readInt64("creatorPart"), currency),
                new Money(reader.readInt64("platformPart"), currency),
                new Money(reader.readInt64("tax"), currency));
        reader.readEndDocument();
        return split;
    }
}
