package dev.creatorledger.query.audit;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.window.MerkleTree;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowSealed;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Fields;
import dev.creatorledger.query.view.EventDecoder;
import dev.creatorledger.query.view.Reading;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proves of an impression that a sealed hour was paid for it: the way to the root in the sealing event (A8, U3). */
@RestController
public final class ImpressionProofs {

    private static final Set<String> EVENTS =
            Set.of("ImpressionWindowOpened", "ImpressionQualified", "ImpressionWindowSealed");
    private static final Pattern IMPRESSION = Pattern.compile("[ -~]{1,128}");
    private static final Pattern SHORT_HOUR = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}");
    private static final ChannelId STAND_IN = new ChannelId("stand-in");

    private final Reading reading;
    private final StoredEvents events;
    private final EventDecoder decoder;
    private final Semaphore places;

    /** Makes so many proofs at once, for each gathers the impressions of an hour. */
    public ImpressionProofs(Reading reading, StoredEvents events, EventDecoder decoder, int atOnce) {
        this.reading = reading;
        this.events = events;
        this.decoder = decoder;
        this.places = new Semaphore(atOnce);
    }

    /** The proof of one impression of a sealed hour (A8). */
    @GetMapping("/v1/audit/impressions/proof")
    public ResponseEntity<ProofJson> proof(
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String hour,
            @RequestParam(required = false) @Nullable String impressionId,
            AtLeast atLeast) {
        Fields fields = new Fields();
        ChannelId channelId = fields.id("channel", channel, ChannelId::new, STAND_IN);
        Instant first =
                fields.instant("hour", hour != null && SHORT_HOUR.matcher(hour).matches() ? hour + ":00:00Z" : hour);
        if (!first.equals(first.truncatedTo(ChronoUnit.HOURS))) {
            fields.refuse("hour", "the first instant of an hour");
        }
        if (impressionId == null || !IMPRESSION.matcher(impressionId).matches()) {
            fields.refuse("impressionId", "1 to 128 characters of printable ASCII");
        }
        fields.check();
        String id = String.valueOf(impressionId);
        long head = events.head();
        return reading.from(atLeast, head, () -> proof(new WindowId(channelId, first), id, head));
    }

    private ProofJson proof(WindowId windowId, String impressionId, long head) {
        if (!places.tryAcquire()) {
            throw new Refusal(ErrorCode.TOO_MANY_REQUESTS, "As many proofs are being made as may be at once");
        }
        try {
            SealedWindow window = new SealedWindow();
            events.readStream(
                    windowId.toString(), EVENTS, 0, head, stored -> window.add(stored, decoder.decode(stored)));
            return proof(windowId, impressionId, window);
        } finally {
            places.release();
        }
    }

    private static ProofJson proof(WindowId windowId, String impressionId, SealedWindow window) {
        if (!window.isKnown()) {
            throw new Refusal(ErrorCode.NOT_FOUND, "Nothing was booked for this channel in this hour");
        }
        StoredEvent seal = window.seal();
        ImpressionWindowSealed sealed = window.sealed();
        if (seal == null || sealed == null) {
            throw new Refusal(ErrorCode.WINDOW_OPEN, "The window " + windowId.value() + " is not sealed yet");
        }
        window.sort();
        int index = window.indexOf(impressionId);
        if (index < 0) {
            throw new Refusal(ErrorCode.NOT_FOUND, "No impression of this id qualified in this hour");
        }
        List<byte[]> leaves = window.hashes();
        if (!MerkleTree.root(leaves).equals(sealed.merkleRoot())) {
            throw new Refusal(
                    ErrorCode.CHAIN_BROKEN,
                    "The impressions of " + windowId.value() + " are not the ones that it was sealed with");
        }
        return shown(windowId, impressionId, index, leaves, sealed.merkleRoot(), seal);
    }

    private static ProofJson shown(
            WindowId windowId, String impressionId, int index, List<byte[]> leaves, String root, StoredEvent seal) {
        return new ProofJson(
                windowId.channelId().value(),
                windowId.hour(),
                windowId.value(),
                impressionId,
                root,
                HexFormat.of().formatHex(leaves.get(index)),
                index,
                leaves.size(),
                MerkleTree.path(leaves, index).stream()
                        .map(ProofJson.PathStep::of)
                        .toList(),
                seal.recordedAt(),
                seal.position(),
                seal.eventId());
    }
}
