package dev.creatorledger.query.earnings;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.video.VideoEvent.VideoAudienceReported;
import dev.creatorledger.events.window.WindowEvent.ImpressionNotQualified;
import dev.creatorledger.events.window.WindowEvent.ImpressionQualified;
import dev.creatorledger.query.view.DocumentForm;
import dev.creatorledger.query.view.Projection;
import dev.creatorledger.query.view.ViewDocument;
import java.time.LocalDate;
import org.bson.BsonReader;
import org.bson.BsonWriter;

/**
 * The first and the last UTC day on which anything is known of a channel's ads, so that no query looks beyond them.
 */
final class EarningsSpanDocument extends ViewDocument {

    /** The projection of impressions and audience. */
    static final Projection<EarningsSpanDocument> PROJECTION = Projection.into("earnings_spans", new Form())
            .on(
                    ImpressionQualified.class,
                    e -> idOf(e.windowId().channelId()),
                    (span, e) -> span.widen(e.windowId().day()))
            .on(
                    ImpressionNotQualified.class,
                    e -> idOf(e.windowId().channelId()),
                    (span, e) -> span.widen(e.windowId().day()))
            .on(VideoAudienceReported.class, e -> idOf(e.creditedChannelId()), (span, e) -> span.widen(e.date()))
            .build();

    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    EarningsSpanDocument(String id) {
        super(id);
    }

    /** The range cut to the days of which anything is known. */
    DayRange cut(DayRange range) {
        return range.within(LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last));
    }

    private boolean widen(LocalDate day) {
        long number = day.toEpochDay();
        if (number >= first && number <= last) {
            return false;
        }
        first = Math.min(first, number);
        last = Math.max(last, number);
        return true;
    }

    private static String idOf(ChannelId channelId) {
        return channelId.value();
    }

    /** How it is stored. */
    private static final class Form implements DocumentForm<EarningsSpanDocument> {

        @Override
        public Class<EarningsSpanDocument> type() {
            return EarningsSpanDocument.class;
        }

        @Override
        public EarningsSpanDocument blank(String id) {
            return new EarningsSpanDocument(id);
        }

        @Override
        public void write(BsonWriter writer, EarningsSpanDocument span) {
            writer.writeInt64("first", span.first);
            writer.writeInt64("last", span.last);
        }

        @Override
        public void read(BsonReader reader, String field, EarningsSpanDocument span) {
            switch (field) {
                case "first" -> span.first = reader.readInt64();
                case "last" -> span.last = reader.readInt64();
                default -> throw new IllegalStateException("a span of earnings has no field " + field);
            }
        }
    }
}
