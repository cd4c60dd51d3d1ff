package dev.creatorledger.query.channel;

import dev.creatorledger.events.channel.AdEvidence;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.query.view.DocumentForm;
import dev.creatorledger.query.view.StoredPersonal;
import java.time.Instant;
import java.time.LocalDate;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;

/** How a channel is stored. */
final class ChannelForm implements DocumentForm<ChannelDocument> {

    @Override
    public Class<ChannelDocument> type() {
        return ChannelDocument.class;
    }

    @Override
    public ChannelDocument blank(String id) {
        return new ChannelDocument(id);
    }

    @Override
    public void write(BsonWriter writer, ChannelDocument channel) {
        Personal ownerName = channel.ownerName;
        if (ownerName != null) {
            StoredPersonal.write(writer, "ownerName", ownerName);
        }
        writer.writeString("title", channel.title);
        writer.writeString("country", channel.country);
        writer.writeString("currency", channel.currency);
        writer.writeBoolean("madeForKids", channel.madeForKids);
        writer.writeInt64("followers", channel.followers);
        writer.writeString("status", channel.status.name());
        writer.writeString("statusBeforeApplying", channel.statusBeforeApplying.name());
        writer.writeStartArray("share");
        for (ShareTimeline.Step step : channel.share.steps()) {
            writer.writeStartDocument();
            writer.writeInt64("from", step.from().getEpochSecond());
            writer.writeInt32("bps", step.shareBps());
            writer.writeEndDocument();
        }
        writer.writeEndArray();
        AdEvidence approval = channel.approval;
        if (approval != null) {
            write(writer, approval);
        }
    }

    private static void write(BsonWriter writer, AdEvidence approval) {
        writer.writeStartDocument("approval");
        writer.writeInt64("day", approval.decisionDay().toEpochDay());
        writer.writeInt64("followers", approval.followers());
        writer.writeInt64("requiredFollowers", approval.requiredFollowers());
        writer.writeInt64("watchSeconds", approval.watchSeconds());
        writer.writeInt64("requiredWatchSeconds", approval.requiredWatchSeconds());
        writer.writeInt32("policyVersion", approval.policyVersion());
        writer.writeEndDocument();
    }

    @Override
    public void read(BsonReader reader, String field, ChannelDocument channel) {
        switch (field) {
            case "ownerName" -> channel.ownerName = StoredPersonal.read(reader);
            case "title" -> channel.title = reader.readString();
            case "country" -> channel.country = reader.readString();
            case "currency" -> channel.currency = reader.readString();
            case "madeForKids" -> channel.madeForKids = reader.readBoolean();
            case "followers" -> channel.followers = reader.readInt64();
            case "status" -> channel.status = AdProgrammeStatus.valueOf(reader.readString());
            case "statusBeforeApplying" ->
                channel.statusBeforeApplying = AdProgrammeStatus.valueOf(reader.readString());
            case "share" -> readShare(reader, channel.share);
            case "approval" -> channel.approval = readApproval(reader);
            default -> throw new IllegalStateException("a channel has no field " + field);
        }
    }

    private static void readShare(BsonReader reader, ShareTimeline share) {
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            reader.readStartDocument();
            Instant from = Instant.ofEpochSecond(reader.readInt64("from"));
            share.append(new ShareTimeline.Step(from, reader.readInt32("bps")));
            reader.readEndDocument();
        }
        reader.readEndArray();
    }

    private static AdEvidence readApproval(BsonReader reader) {
        reader.readStartDocument();
        AdEvidence approval = new AdEvidence(
                LocalDate.ofEpochDay(reader.readInt64("day")),
                reader.readInt64("followers"),
                reader.readInt64("requiredFollowers"),
                reader.readInt64("watchSeconds"),
                reader.readInt64("requiredWatchSeconds"),
                reader.readInt32("policyVersion"));
        reader.readEndDocument();
        return approval;
    }
}
