package dev.creatorledger.query.earnings;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.query.view.DocumentForm;
import dev.creatorledger.query.view.StoredTotal;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;

/** How a day's earnings are stored. */
final class EarningsDayForm implements DocumentForm<EarningsDayDocument> {

    /** The field with the figures of each video, which sums over days do not need. */
    static final String VIDEOS = "videos";

    @Override
    public Class<EarningsDayDocument> type() {
        return EarningsDayDocument.class;
    }

    @Override
    public EarningsDayDocument blank(String id) {
        return new EarningsDayDocument(id);
    }

    @Override
    public void write(BsonWriter writer, EarningsDayDocument day) {
        StoredTotal.write(writer, "estimated", day.estimated);
        StoredTotal.write(writer, "final", day.finalized);
        StoredTotal.write(writer, "platformPart", day.platformPart);
        writer.writeInt64("qualified", day.qualified);
        writer.writeInt64("notQualified", day.notQualified);
        writer.writeInt64("views", day.views);
        writer.writeStartArray(VIDEOS);
        day.videos.forEach((id, video) -> {
            writer.writeStartDocument();
            writer.writeString("video", id);
            StoredTotal.write(writer, "earnings", video.earnings);
            writer.writeInt64("qualified", video.qualified);
            writer.writeInt64("views", video.views);
            writer.writeEndDocument();
        });
        writer.writeEndArray();
    }

    @Override
    public void read(BsonReader reader, String field, EarningsDayDocument day) {
        switch (field) {
            case "estimated" -> day.estimated = StoredTotal.read(reader, Money.IRR);
            case "final" -> day.finalized = StoredTotal.read(reader, Money.IRR);
            case "platformPart" -> day.platformPart = StoredTotal.read(reader, Money.IRR);
            case "qualified" -> day.qualified = reader.readInt64();
            case "notQualified" -> day.notQualified = reader.readInt64();
            case "views" -> day.views = reader.readInt64();
            case VIDEOS -> readVideos(reader, day);
            default -> throw new IllegalStateException("a day's earnings have no field " + field);
        }
    }

    private static void readVideos(BsonReader reader, EarningsDayDocument day) {
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            reader.readStartDocument();
            EarningsDayDocument.Video video = new EarningsDayDocument.Video();
            day.videos.put(reader.readString("video"), video);
            video.earnings = StoredTotal.read(reader, "earnings", Money.IRR);
            video.qualified = reader.readInt64("qualified");
            video.views = reader.readInt64("views");
            reader.readEndDocument();
        }
        reader.readEndArray();
    }
}
