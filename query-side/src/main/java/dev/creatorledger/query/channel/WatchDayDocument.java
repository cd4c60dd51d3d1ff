package dev.creatorledger.query.channel;

import dev.creatorledger.events.channel.ChannelEvent.WatchTimeCounted;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.query.view.DayKey;
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
 * Seconds of original production watched on one UTC day for one channel (A1, C3): the sum, and each video's part,
 * which the next report of that video replaces.
 */
final class WatchDayDocument extends ViewDocument {

    /** The field with each video's part, which a sum over days does not need. */
    static final String VIDEOS = "videos";

    /** The projection of counted watch time. */
    static final Projection<WatchDayDocument> PROJECTION = Projection.into("channel_watch_days", new Form())
            .on(WatchTimeCounted.class, e -> DayKey.of(e.channelId(), e.date()), WatchDayDocument::counted)
            .kept(id -> List.of(ChannelId.PREFIX + DayKey.channelOf(id)))
            .build();

    long seconds;
    final Map<String, Long> videos = new LinkedHashMap<>();

    WatchDayDocument(String id) {
        super(id);
    }

    @Override
    protected int weight() {
        return 1 + videos.size();
    }

    private boolean counted(WatchTimeCounted event) {
        Long before = videos.put(event.videoId().value(), event.watchSeconds());
        seconds = Math.addExact(seconds, event.watchSeconds() - (before == null ? 0 : before));
        return true;
    }

    /** How it is stored. */
    private static final class Form implements DocumentForm<WatchDayDocument> {

        @Override
        public Class<WatchDayDocument> type() {
            return WatchDayDocument.class;
        }

        @Override
        public WatchDayDocument blank(String id) {
            return new WatchDayDocument(id);
        }

        @Override
        public void write(BsonWriter writer, WatchDayDocument day) {
            writer.writeInt64("seconds", day.seconds);
            writer.writeStartArray(VIDEOS);
            day.videos.forEach((video, seconds) -> {
                writer.writeStartDocument();
                writer.writeString("video", video);
                writer.writeInt64("seconds", seconds);
                writer.writeEndDocument();
            });
            writer.writeEndArray();
        }

        @Override
        public void read(BsonReader reader, String field, WatchDayDocument day) {
            switch (field) {
                case "seconds" -> day.seconds = reader.readInt64();
                case VIDEOS -> readVideos(reader, day);
                default -> throw new IllegalStateException("a day's watch time has no field " + field);
            }
        }

        private static void readVideos(BsonReader reader, WatchDayDocument day) {
            reader.readStartArray();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                reader.readStartDocument();
                day.videos.put(reader.readString("video"), reader.readInt64("seconds"));
                reader.readEndDocument();
            }
            reader.readEndArray();
        }
    }
}
