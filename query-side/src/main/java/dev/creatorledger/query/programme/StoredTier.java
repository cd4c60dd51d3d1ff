package dev.creatorledger.query.programme;

import dev.creatorledger.events.membership.Perk;
import dev.creatorledger.events.membership.Tier;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/** How a tier is stored within its programme. */
final class StoredTier {

    private StoredTier() {}

    static void write(BsonWriter writer, Tier tier) {
        writer.writeStartDocument();
        writer.writeString("tierId", tier.tierId().value());
        writer.writeString("name", tier.title());
        writer.writeInt32("rank", tier.rank());
        writer.writeInt64("micros", tier.monthlyPrice().micros());
        writer.writeString("currency", tier.monthlyPrice().currency().getCurrencyCode());
        writer.writeBoolean("closed", tier.closed());
        writer.writeStartArray("perks");
        tier.perks().forEach(perk -> write(writer, perk));
        writer.writeEndArray();
        writer.writeEndDocument();
    }

    private static void write(BsonWriter writer, Perk perk) {
        writer.writeStartDocument();
        writer.writeString("kind", perk.kind().name());
        writer.writeString("title", perk.title());
        String description = perk.description();
        if (description != null) {
            writer.writeString("description", description);
        }
        writer.writeEndDocument();
    }

    /** Reads a tier into those of its programme; the reader stands within its document. */
    static void read(BsonReader reader, Map<String, Tier> tiers) {
        TierId tierId = new TierId(reader.readString("tierId"));
        String name = reader.readString("name");
        int rank = reader.readInt32("rank");
        long micros = reader.readInt64("micros");
        Currency currency = Currency.getInstance(reader.readString("currency"));
        boolean closed = reader.readBoolean("closed");
        List<Perk> perks = new ArrayList<>();
        reader.readName("perks");
        ProgrammeForm.each(reader, () -> perks.add(readPerk(reader)));
        tiers.put(tierId.value(), new Tier(tierId, name, rank, new Money(micros, currency), closed, perks));
    }

    private static Perk readPerk(BsonReader reader) {
        Perk.Kind kind = Perk.Kind.valueOf(reader.readString("kind"));
        String title = reader.readString("title");
        return new Perk(kind, title, readDescription(reader));
    }

    private static @Nullable String readDescription(BsonReader reader) {
        if (reader.readBsonType() == BsonType.END_OF_DOCUMENT) {
            return null;
        }
        reader.readName();
        return reader.readString();
    }
}
