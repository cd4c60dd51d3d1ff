package dev.creatorledger.query.channel;

import dev.creatorledger.events.video.VideoEvent.VideoDetailsChanged;
import dev.creatorledger.events.video.VideoEvent.VideoRegistered;
import dev.creatorledger.query.view.DocumentForm;
import dev.creatorledger.query.view.Projection;
import dev.creatorledger.query.view.ViewDocument;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/** What is known about a video (C2). */
public final class VideoDocument extends ViewDocument {

    /** The projection of registered and changed videos. */
    public static final Projection<VideoDocument> PROJECTION = Projection.into("videos", new Form())
            .on(VideoRegistered.class, e -> e.videoId().value(), VideoDocument::registered)
            .on(VideoDetailsChanged.class, e -> e.videoId().value(), VideoDocument::described)
            .build();

    private @Nullable String title;
    private String channel = "";
    private boolean madeForKids;
    private boolean musicClaim;

    VideoDocument(String id) {
        super(id);
    }

    /** Its title, if it has one. */
    public @Nullable String title() {
        return title;
    }

    private boolean registered(VideoRegistered event) {
        channel = event.channelId().value();
        title = event.title();
        madeForKids = event.madeForKids();
        musicClaim = event.musicClaim();
        return true;
    }

    private boolean described(VideoDetailsChanged event) {
        title = event.title();
        madeForKids = event.madeForKids();
        musicClaim = event.musicClaim();
        return true;
    }

    /** How it is stored. */
    private static final class Form implements DocumentForm<VideoDocument> {

        @Override
        public Class<VideoDocument> type() {
            return VideoDocument.class;
        }

        @Override
        public VideoDocument blank(String id) {
            return new VideoDocument(id);
        }

        @Override
        public void write(BsonWriter writer, VideoDocument video) {
            writer.writeString("channel", video.channel);
            if (video.title != null) {
                writer.writeString("title", video.title);
            }
            writer.writeBoolean("madeForKids", video.madeForKids);
            writer.writeBoolean("musicClaim", video.musicClaim);
        }

        @Override
        public void read(BsonReader reader, String field, VideoDocument video) {
            switch (field) {
                case "channel" -> video.channel = reader.readString();
                case "title" -> video.title = reader.readString();
                case "madeForKids" -> video.madeForKids = reader.readBoolean();
                case "musicClaim" -> video.musicClaim = reader.readBoolean();
                default -> throw new IllegalStateException("a video has no field " + field);
            }
        }
    }
}
