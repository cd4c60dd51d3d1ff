package dev.creatorledger.query.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.MoneyJson;
import dev.creatorledger.query.journal.BookedEvents.Booked;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A journal entry as auditors read it (L1).
 *
 * @param entryId derived from the event's: an event has one entry
 * @param at when the event was recorded, by the service's clock
 * @param sequence the event's place in the global order
 * @param type the event's simple name
 * @param kind what happened
 * @param reference what it happened to: a window, a payout, a day, a charge, a refund
 * @param cause what brought it about (U1)
 * @param postings debits first; their sum is zero
 */
public record EntryJson(
        String entryId,
        Instant at,
        String eventId,
        long sequence,
        String type,
        String kind,
        String reference,
        Cause cause,
        List<PostingJson> postings) {

    private static final int ID_BYTES = 16;

    /**
     * A line of an entry.
     *
     * @param amount debit positive
     */
    public record PostingJson(String account, MoneyJson amount) {}

    /**
     * What brought an event about.
     *
     * @param actor who: a token's subject, or {@code service}
     * @param command what was asked for
     * @param reason why, where a reason was given
     * @param correlationId names the request
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cause(String actor, @Nullable String command, @Nullable String reason, String correlationId) {

        static Cause of(StoredEvent stored) {
            JsonNode metadata = EventJson.mapper().readTree(stored.metadata());
            return new Cause(
                    metadata.path(CallContext.ACTOR).asString(""),
                    text(metadata, CallContext.COMMAND),
                    text(metadata, CallContext.REASON),
                    metadata.path(CallContext.CORRELATION_ID).asString(""));
        }

        private static @Nullable String text(JsonNode metadata, String name) {
            JsonNode value = metadata.path(name);
            return value.isString() ? value.asString() : null;
        }
    }

    static EntryJson of(Booked booked) {
        StoredEvent stored = booked.stored();
        return new EntryJson(
                idOf(stored),
                stored.recordedAt(),
                stored.eventId(),
                stored.position(),
                stored.type(),
                booked.entry().kind(),
                booked.entry().reference(),
                Cause.of(stored),
                booked.entry().postings().stream()
                        .map(posting -> new PostingJson(posting.account().name(), MoneyJson.of(posting.amount())))
                        .toList());
    }

    /** The identity of an event's entry. */
    static String idOf(StoredEvent stored) {
        byte[] hash = sha256().digest(("entry:" + stored.eventId()).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
