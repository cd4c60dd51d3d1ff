package dev.creatorledger.query.charge;

import dev.creatorledger.events.membership.ChargeKind;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDeclined;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDue;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargePaid;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeWithdrawn;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.query.view.DocumentForm;
import dev.creatorledger.query.view.Projection;
import dev.creatorledger.query.view.StoredInstant;
import dev.creatorledger.query.view.ViewDocument;
import java.time.Instant;
import java.util.Currency;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * A charge while it is asked and has no outcome (B11, B12).
 *
 * <p>Of the others nothing is kept but that they were there: the index holds what is to be collected, and an event that
 * is delivered again opens none of them.
 */
final class ChargeDocument extends ViewDocument {

    /** The projection of charges. */
    static final Projection<ChargeDocument> PROJECTION = Projection.into("charges", new Form())
            .on(MembershipChargeDue.class, e -> e.chargeId().value(), ChargeDocument::asked)
            .on(MembershipChargeDeclined.class, e -> e.chargeId().value(), (charge, e) -> charge.closed())
            .on(MembershipChargePaid.class, e -> e.chargeId().value(), (charge, e) -> charge.closed())
            .on(MembershipChargeWithdrawn.class, e -> e.chargeId().value(), (charge, e) -> charge.closed())
            .build();

    static final String DUE_AT = "dueAt";

    /** Absent if it has an outcome. */
    @Nullable
    Asked asked;

    /** What is asked for. */
    record Asked(
            String membershipId,
            String channelId,
            String memberId,
            ChargeKind kind,
            String tierId,
            Money amount,
            Instant periodStart,
            Instant dueAt,
            int attempt) {}

    ChargeDocument(String id) {
        super(id);
    }

    @Override
    protected int weight() {
        return asked == null ? 1 : 6;
    }

    private boolean asked(MembershipChargeDue event) {
        asked = new Asked(
                event.membershipId().value(),
                event.channelId().value(),
                event.memberId().value(),
                event.kind(),
                event.tierId().value(),
                event.amount(),
                event.periodStart(),
                event.dueAt(),
                event.attempt());
        return true;
    }

    private boolean closed() {
        asked = null;
        return true;
    }

    /** How it is stored. */
    private static final class Form implements DocumentForm<ChargeDocument> {

        private static final String ASKED = "asked";

        @Override
        public Class<ChargeDocument> type() {
            return ChargeDocument.class;
        }

        @Override
        public ChargeDocument blank(String id) {
            return new ChargeDocument(id);
        }

        @Override
        public void write(BsonWriter writer, ChargeDocument charge) {
            Asked asked = charge.asked;
            if (asked == null) {
                return;
            }
            StoredInstant.write(writer, DUE_AT, asked.dueAt());
            writer.writeStartDocument(ASKED);
            writer.writeString("membershipId", asked.membershipId());
            writer.writeString("channelId", asked.channelId());
            writer.writeString("memberId", asked.memberId());
            writer.writeString("kind", asked.kind().name());
            writer.writeString("tierId", asked.tierId());
            writer.writeInt64("micros", asked.amount().micros());
            writer.writeString("currency", asked.amount().currency().getCurrencyCode());
            StoredInstant.write(writer, "periodStart", asked.periodStart());
            StoredInstant.write(writer, DUE_AT, asked.dueAt());
            writer.writeInt32("attempt", asked.attempt());
            writer.writeEndDocument();
        }

        @Override
        public void read(BsonReader reader, String field, ChargeDocument charge) {
            switch (field) {
                case DUE_AT -> reader.skipValue(); // stands within what is asked, too
                case ASKED -> charge.asked = readAsked(reader);
                default -> throw new IllegalStateException("a charge has no field " + field);
            }
        }

        private static Asked readAsked(BsonReader reader) {
            reader.readStartDocument();
            Asked asked = new Asked(
                    reader.readString("membershipId"),
                    reader.readString("channelId"),
                    reader.readString("memberId"),
                    ChargeKind.valueOf(reader.readString("kind")),
                    reader.readString("tierId"),
                    new Money(reader.readInt64("micros"), Currency.getInstance(reader.readString("currency"))),
                    StoredInstant.instant(reader.readInt64("periodStart")),
                    StoredInstant.instant(reader.readInt64(DUE_AT)),
                    reader.readInt32("attempt"));
            reader.readEndDocument();
            return asked;
        }
    }
}
