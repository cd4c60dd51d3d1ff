package dev.creatorledger.query.compliance;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammePaused;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeResumed;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeTerminated;
import dev.creatorledger.query.view.DocumentForm;
import dev.creatorledger.query.view.Projection;
import dev.creatorledger.query.view.StoredInstant;
import dev.creatorledger.query.view.ViewDocument;
import java.time.Instant;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * One pause of a programme, under its channel and its turn: what ends a pause has the next turn (B27). Its causes are
 * with the programme, for what opens one does not say in which pause.
 */
final class PauseDocument extends ViewDocument {

    /** The projection of pauses. */
    static final Projection<PauseDocument> PROJECTION = Projection.into("pauses", new Form())
            .on(MembershipProgrammePaused.class, e -> id(e.channelId(), e.turn()), PauseDocument::paused)
            .on(
                    MembershipProgrammeResumed.class,
                    e -> id(e.channelId(), e.turn() - 1),
                    (pause, e) -> pause.resumed(e.resumedAt()))
            .on(
                    MembershipProgrammeTerminated.class,
                    e -> id(e.channelId(), e.turn() - 1),
                    (pause, e) -> pause.terminated(e.terminatedAt()))
            .build();

    static final String PAUSED_SINCE = "pausedSince";
    static final String OPEN = "open";

    String channelId = "";
    long turn;
    Instant pausedSince = Instant.EPOCH;

    @Nullable
    Instant resumedAt;

    @Nullable
    Instant terminatedAt;

    PauseDocument(String id) {
        super(id);
    }

    private static String id(ChannelId channelId, long turn) {
        return channelId.value() + '/' + turn;
    }

    private boolean paused(MembershipProgrammePaused event) {
        channelId = event.channelId().value();
        turn = event.turn();
        pausedSince = event.pausedAt();
        return true;
    }

    private boolean resumed(Instant at) {
        if (isKnown()) {
            resumedAt = at;
        }
        return isKnown();
    }

    private boolean terminated(Instant at) {
        if (isKnown()) {
            terminatedAt = at;
        }
        return isKnown();
    }

    /** Whether there was such a pause: the end of a programme that was on ends none. */
    private boolean isKnown() {
        return !channelId.isEmpty();
    }

    @Nullable
    Instant endedAt() {
        return resumedAt == null ? terminatedAt : resumedAt;
    }

    /** How it is stored. */
    private static final class Form implements DocumentForm<PauseDocument> {

        @Override
        public Class<PauseDocument> type() {
            return PauseDocument.class;
        }

        @Override
        public PauseDocument blank(String id) {
            return new PauseDocument(id);
        }

        @Override
        public void write(BsonWriter writer, PauseDocument pause) {
            writer.writeString("channelId", pause.channelId);
            writer.writeInt64("turn", pause.turn);
            writer.writeBoolean(OPEN, pause.endedAt() == null);
            StoredInstant.write(writer, PAUSED_SINCE, pause.pausedSince);
            StoredInstant.write(writer, "resumedAt", pause.resumedAt);
            StoredInstant.write(writer, "terminatedAt", pause.terminatedAt);
        }

        @Override
        public void read(BsonReader reader, String field, PauseDocument pause) {
            switch (field) {
                case "channelId" -> pause.channelId = reader.readString();
                case "turn" -> pause.turn = reader.readInt64();
                case OPEN -> reader.readBoolean(); // follows from the others, and is there for the index
                case PAUSED_SINCE -> pause.pausedSince = StoredInstant.read(reader);
                case "resumedAt" -> pause.resumedAt = StoredInstant.read(reader);
                case "terminatedAt" -> pause.terminatedAt = StoredInstant.read(reader);
                default -> throw new IllegalStateException("a pause has no field " + field);
            }
        }
    }
}
