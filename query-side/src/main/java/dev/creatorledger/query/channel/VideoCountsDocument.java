package dev.creatorledger.query.channel;

import dev.creatorledger.events.video.VideoEvent.VideoDetailsChanged;
import dev.creatorledger.events.video.VideoEvent.VideoRegistered;
import dev.creatorledger.query.view.DocumentForm;
import dev.creatorledger.query.view.Projection;
import dev.creatorledger.query.view.ViewDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;

/**
 * How many videos a channel has registered, copies included, and which of them are made for kids or have a music claim
 * (B1). Only those few are held by name, so that a change of flags can be told from a repeat.
 */
final class VideoCountsDocument extends ViewDocument {

    /** The projection of registered and changed videos. */
    static final Projection<VideoCountsDocument> PROJECTION = Projection.into("channel_videos", new Form())
            .on(VideoRegistered.class, e -> e.channelId().value(), VideoCountsDocument::registered)
            .on(VideoDetailsChanged.class, e -> e.channelId().value(), VideoCountsDocument::described)
            .kept(id -> List.of())
            .build();

    /** Why a video would not count for memberships. */
    record Flags(boolean madeForKids, boolean musicClaim) {}

    long videos;
    final Map<String, Flags> flagged = new LinkedHashMap<>();

    VideoCountsDocument(String id) {
        super(id);
    }

    @Override
    protected int weight() {
        return 1 + flagged.size();
    }

    long madeForKids() {
        return flagged.values().stream().filter(Flags::madeForKids).count();
    }

    long musicClaims() {
        return flagged.values().stream().filter(Flags::musicClaim).count();
    }

    private boolean registered(VideoRegistered event) {
        videos++;
        flag(event.videoId().value(), new Flags(event.madeForKids(), event.musicClaim()));
        return true;
    }

    private boolean described(VideoDetailsChanged event) {
        return flag(event.videoId().value(), new Flags(event.madeForKids(), event.musicClaim()));
    }

    private boolean flag(String video, Flags flags) {
        Flags before = flags.madeForKids() || flags.musicClaim() ? flagged.put(video, flags) : flagged.remove(video);
        return !flags.equals(before);
    }

    /** How it is stored. */
    private static final class Form implements DocumentForm<VideoCountsDocument> {

        @Override
        public Class<VideoCountsDocument> type() {
            return VideoCountsDocument.class;
        }

        @Override
        public VideoCountsDocument blank(String id) {
            return new VideoCountsDocument(id);
        }

        @Override
        public void write(BsonWriter writer, VideoCountsDocument counts) {
            writer.writeInt64("videos", counts.videos);
            writer.writeStartArray("flagged");
            counts.flagged.forEach((video, flags) -> {
                writer.writeStartDocument();
                writer.writeString("video", video);
                writer.writeBoolean("madeForKids", flags.madeForKids());
                writer.writeBoolean("musicClaim", flags.musicClaim());
                writer.writeEndDocument();
            });
            writer.writeEndArray();
        }

        @Override
        public void read(BsonReader reader, String field, VideoCountsDocument counts) {
            switch (field) {
                case "videos" -> counts.videos = reader.readInt64();
                case "flagged" -> readFlagged(reader, counts);
                default -> throw new IllegalStateException("a channel's count of videos has no field " + field);
            }
        }

        private static void readFlagged(BsonReader reader, VideoCountsDocument counts) {
            reader.readStartArray();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                reader.readStartDocument();
                String video = reader.readString("video");
                boolean madeForKids = reader.readBoolean("madeForKids");
                counts.flagged.put(video, new Flags(madeForKids, reader.readBoolean("musicClaim")));
                reader.readEndDocument();
            }
            reader.readEndArray();
        }
    }
}
