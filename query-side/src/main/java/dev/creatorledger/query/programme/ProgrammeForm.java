package dev.creatorledger.query.programme;

import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.PauseCause.Opener;
import dev.creatorledger.query.view.DocumentForm;
import dev.creatorledger.query.view.StoredEnums;
import dev.creatorledger.query.view.StoredInstant;
import java.util.EnumSet;
import java.util.Set;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;

/** How a programme is stored. */
final class ProgrammeForm implements DocumentForm<ProgrammeDocument> {

    @Override
    public Class<ProgrammeDocument> type() {
        return ProgrammeDocument.class;
    }

    @Override
    public ProgrammeDocument blank(String id) {
        return new ProgrammeDocument(id);
    }

    @Override
    public void write(BsonWriter writer, ProgrammeDocument programme) {
        writer.writeString("status", programme.status.name());
        writer.writeBoolean("termsAccepted", programme.termsAccepted);
        String networkId = programme.networkId;
        if (networkId != null) {
            writer.writeString("networkId", networkId);
        }
        StoredInstant.write(writer, "pausedSince", programme.pausedSince);
        writer.writeStartArray("causes");
        programme.causes.forEach((cause, openers) -> {
            writer.writeStartDocument();
            writer.writeString("cause", cause.name());
            StoredEnums.write(writer, "openers", openers);
            writer.writeEndDocument();
        });
        writer.writeEndArray();
        writer.writeStartArray("tiers");
        programme.tiers.values().forEach(tier -> StoredTier.write(writer, tier));
        writer.writeEndArray();
        writer.writeStartArray("pauses");
        programme.pauses.forEach((turn, causes) -> {
            writer.writeStartDocument();
            writer.writeInt64("turn", turn);
            StoredEnums.write(writer, "causes", causes);
            writer.writeEndDocument();
        });
        writer.writeEndArray();
    }

    @Override
    public void read(BsonReader reader, String field, ProgrammeDocument programme) {
        switch (field) {
            case "status" -> programme.status = ProgrammeStatus.valueOf(reader.readString());
            case "termsAccepted" -> programme.termsAccepted = reader.readBoolean();
            case "networkId" -> programme.networkId = reader.readString();
            case "pausedSince" -> programme.pausedSince = StoredInstant.read(reader);
            case "causes" -> each(reader, () -> readCause(reader, programme));
            case "tiers" -> each(reader, () -> StoredTier.read(reader, programme.tiers));
            case "pauses" -> each(reader, () -> readPause(reader, programme));
            default -> throw new IllegalStateException("a programme has no field " + field);
        }
    }

    /** Reads an array of documents. */
    static void each(BsonReader reader, Runnable one) {
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            reader.readStartDocument();
            one.run();
            reader.readEndDocument();
        }
        reader.readEndArray();
    }

    private static void readCause(BsonReader reader, ProgrammeDocument programme) {
        PauseCause cause = PauseCause.valueOf(reader.readString("cause"));
        Set<Opener> openers = EnumSet.noneOf(Opener.class);
        reader.readName("openers");
        StoredEnums.read(reader, Opener.class, openers);
        programme.causes.put(cause, openers);
    }

    private static void readPause(BsonReader reader, ProgrammeDocument programme) {
        long turn = reader.readInt64("turn");
        Set<PauseCause> causes = EnumSet.noneOf(PauseCause.class);
        reader.readName("causes");
        StoredEnums.read(reader, PauseCause.class, causes);
        programme.pauses.put(turn, causes);
    }
}
