package dev.creatorledger.query.export;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.chain.ChainBroken;
import dev.creatorledger.platform.chain.ChainReader;
import dev.creatorledger.platform.chain.ChainedEvent;
import dev.creatorledger.platform.chain.EventChain;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.query.chain.ChainKeeper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/**
 * The events themselves, one to a line, byte for byte as they are stored and with the hashes that they were linked with
 * (U3, U4): what the verifier reads. A selection of a channel or a period is a part of the chain and proves nothing.
 */
public final class JsonLines implements ExportFormat {

    /** By less than this, times of events may go back from one position to the next. */
    private static final Duration DISORDER = Duration.ofHours(1);

    private static final byte[] METADATA = ",\"metadata\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "}\n".getBytes(StandardCharsets.US_ASCII);

    private final EventChain chain;
    private final ChainKeeper keeper;
    private final StoredEvents events;
    private final int page;

    /** Reads so many events at once. */
    public JsonLines(EventChain chain, ChainKeeper keeper, StoredEvents events, int page) {
        this.chain = chain;
        this.keeper = keeper;
        this.events = events;
        this.page = page;
    }

    @Override
    public String name() {
        return "jsonl";
    }

    @Override
    public String mediaType() {
        return "application/x-ndjson";
    }

    @Override
    public String fileEnding() {
        return "jsonl";
    }

    @Override
    public void write(Selection selection, OutputStream out) throws IOException {
        try {
            keeper.catchUp();
        } catch (ChainBroken e) {
            // Above all a broken chain must leave the house: the verifier names what broke it.
        }
        Instant from = selection.from();
        Instant to = selection.to();
        long after = from == null ? 0 : events.lastRecordedBy(from.minus(DISORDER));
        long end = to == null ? selection.head() : Math.min(selection.head(), events.lastRecordedBy(to));
        Predicate<StoredEvent> chosen = chosen(selection);
        ChainReader reader = chain.from(Math.min(after, end));
        for (long done = Math.min(after, end); done < end; done = Math.min(end, done + page)) {
            List<ChainedEvent> read = reader.upTo(Math.min(end, done + page));
            for (ChainedEvent one : read) {
                if (chosen.test(one.event())) {
                    write(one, out);
                }
            }
        }
    }

    private static Predicate<StoredEvent> chosen(Selection selection) {
        ChannelId channelId = selection.channelId();
        Predicate<StoredEvent> ofPeriod = event -> selection.covers(event.recordedAt());
        return channelId == null ? ofPeriod : ofPeriod.and(new OfChannel(channelId)::matches);
    }

    private static void write(ChainedEvent one, OutputStream out) throws IOException {
        StoredEvent event = one.event();
        HexFormat hex = HexFormat.of();
        StringBuilder line = new StringBuilder(512);
        line.append("{\"sequence\":").append(event.position());
        text(line, "hash", hex.formatHex(one.hash()));
        text(line, "previousHash", hex.formatHex(one.previousHash()));
        text(line, "eventId", event.eventId());
        text(line, "type", event.type());
        text(line, "revision", event.revision());
        text(line, "aggregateType", event.aggregateType());
        text(line, "aggregateId", event.stream().substring(event.stream().indexOf(':') + 1));
        text(line, "stream", event.stream());
        line.append(",\"aggregateSequence\":").append(event.aggregateSequence());
        text(line, "recordedAt", event.recordedAt().toString());
        out.write(line.append(",\"payload\":").toString().getBytes(StandardCharsets.UTF_8));
        out.write(event.payload());
        out.write(METADATA);
        out.write(event.metadata());
        out.write(END);
    }

    /** A text in one form only, so that the verifier needs to know no other: nothing in it is ever escaped. */
    private static void text(StringBuilder line, String name, String value) {
        if (value.chars().anyMatch(c -> c < ' ' || c == '"' || c == '\\')) {
            throw new IllegalStateException("no " + name + " of an event has such characters: " + value);
        }
        line.append(",\"").append(name).append("\":\"").append(value).append('"');
    }
}
