package dev.creatorledger.query.membership;

import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.Platform;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.query.view.DocumentForm;
import dev.creatorledger.query.view.StoredInstant;
import dev.creatorledger.query.view.StoredPersonal;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/** How a membership is stored. */
final class MembershipForm implements DocumentForm<MembershipDocument> {

    static final String CHANNEL = "channelId";
    static final String STATUS = "status";
    static final String JOINED_AT = "joinedAt";

    @Override
    public Class<MembershipDocument> type() {
        return MembershipDocument.class;
    }

    @Override
    public MembershipDocument blank(String id) {
        return new MembershipDocument(id);
    }

    @Override
    public void write(BsonWriter writer, MembershipDocument membership) {
        writer.writeString(CHANNEL, membership.channelId);
        writer.writeString("memberId", membership.memberId);
        Personal memberName = membership.memberName;
        if (memberName != null) {
            StoredPersonal.write(writer, "memberName", memberName);
        }
        writer.writeString("tierId", membership.tierId);
        write(writer, "nextTierId", membership.nextTierId);
        writer.writeString("platform", membership.platform.name());
        writer.writeString(STATUS, membership.status.name());
        StoredInstant.write(writer, JOINED_AT, membership.joinedAt);
        StoredInstant.write(writer, "paidUntil", membership.paidUntil);
        write(writer, "periodCharge", membership.periodCharge);
        StoredInstant.write(writer, "awaitedAt", membership.awaitedAt);
        writer.writeBoolean("unpaid", membership.unpaid);
        StoredInstant.write(writer, "pausedSince", membership.pausedSince);
        EndReason endReason = membership.endReason;
        write(writer, "endReason", endReason == null ? null : endReason.name());
    }

    private static void write(BsonWriter writer, String field, @Nullable String value) {
        if (value != null) {
            writer.writeString(field, value);
        }
    }

    @Override
    public void read(BsonReader reader, String field, MembershipDocument membership) {
        switch (field) {
            case CHANNEL -> membership.channelId = reader.readString();
            case "memberId" -> membership.memberId = reader.readString();
            case "memberName" -> membership.memberName = StoredPersonal.read(reader);
            case "tierId" -> membership.tierId = reader.readString();
            case "nextTierId" -> membership.nextTierId = reader.readString();
            case "platform" -> membership.platform = Platform.valueOf(reader.readString());
            case STATUS -> membership.status = MembershipStatus.valueOf(reader.readString());
            case JOINED_AT -> membership.joinedAt = StoredInstant.read(reader);
            case "paidUntil" -> membership.paidUntil = StoredInstant.read(reader);
            case "periodCharge" -> membership.periodCharge = reader.readString();
            case "awaitedAt" -> membership.awaitedAt = StoredInstant.read(reader);
            case "unpaid" -> membership.unpaid = reader.readBoolean();
            case "pausedSince" -> membership.pausedSince = StoredInstant.read(reader);
            case "endReason" -> membership.endReason = EndReason.valueOf(reader.readString());
            default -> throw new IllegalStateException("a membership has no field " + field);
        }
    }
}
