package dev.creatorledger.verifier;

import dev.creatorledger.verifier.Diagnosis.Before;
import dev.creatorledger.verifier.Finding.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an export from its first line to its last, and compares everything with everything: each event with its hash,
 * each hash with the next event, each place with its stream, the whole with the checkpoint, and the money with itself.
 * It stops at the first thing that does not hold.
 */
final class Verification {

    private final @Nullable Checkpoint checkpoint;
    private final @Nullable Map<String, Object> told;
    private final long toldAt;
    private final ChainHash hash = new ChainHash();
    private final StreamHeads streams = new StreamHeads();
    private final TrialBalance trial = new TrialBalance();
    private Before last = Before.first();

    /**
     * A verification.
     *
     * @param checkpoint what was signed; its signature is checked by then. Without one, whoever has the chain can have
     *     made it anew
     * @param told an answer of {@code /v1/audit/trial-balance} to compare with
     */
    Verification(@Nullable Checkpoint checkpoint, @Nullable Map<String, Object> told) {
        this.checkpoint = checkpoint;
        this.told = told;
        this.toldAt = told == null ? -1 : position(told);
    }

    private static long position(Map<String, Object> told) {
        try {
            return Long.parseLong(Fields.text(told, "position"));
        } catch (NumberFormatException e) {
            throw new Malformed("there is no position");
        }
    }

    /** The first thing that does not hold; null if everything does. */
    @Nullable
    Finding run(InputStream export) throws IOException {
        Finding first = compareWithCheckpoint(0);
        first = first == null ? compareWithTold(0) : first;
        ExportLines lines = new ExportLines(export);
        while (first == null) {
            ExportedEvent event;
            try {
                byte[] line = lines.next();
                if (line == null) {
                    return atEnd();
                }
                event = ExportedEvent.of(line);
            } catch (Malformed e) {
                return new Finding(
                        Kind.CHANGED,
                        last.sequence() + 1,
                        "line " + lines.number() + ", where event " + (last.sequence() + 1)
                                + " should stand, is not as an export writes an event: " + e.getMessage());
            }
            first = of(event, lines);
        }
        return first;
    }

    private @Nullable Finding of(ExportedEvent event, ExportLines lines) throws IOException {
        long sequence = event.sequence();
        boolean follows = sequence == last.sequence() + 1 && Arrays.equals(event.previousHash(), last.hash());
        if (!follows || !hash.fits(event, sequence, last.hash())) {
            return new Diagnosis(hash, last, checkpoint, lines).of(event);
        }
        long place = streams.next(
                event.line(), event.streamPart().from(), event.streamPart().to());
        if (place != event.aggregateSequence()) {
            return outOfPlace(event, place);
        }
        last = new Before(sequence, event.eventId(), event.previousHash(), event.hash());
        Finding other = compareWithCheckpoint(sequence);
        Finding unbalanced = other == null ? book(event) : other;
        return unbalanced == null ? compareWithTold(sequence) : unbalanced;
    }

    private static Finding outOfPlace(ExportedEvent event, long place) {
        boolean later = event.aggregateSequence() > place;
        return new Finding(
                later ? Kind.MISSING : Kind.INSERTED,
                event.sequence(),
                "event " + event.sequence() + " (" + event.eventId() + ") is number " + event.aggregateSequence()
                        + " of " + event.stream() + ", and number " + place + " should come: "
                        + (later ? "something is missing" : "something was put in")
                        + " before it, and the chain was made anew from there");
    }

    private @Nullable Finding book(ExportedEvent event) {
        try {
            List<Posting> postings = Bookings.of(
                    event.type(),
                    event.revision(),
                    event.line(),
                    event.payload().from(),
                    event.payload().to());
            String currency = trial.add(postings);
            return currency.isEmpty()
                    ? null
                    : new Finding(
                            Kind.UNBALANCED,
                            event.sequence(),
                            "event " + event.sequence() + " (" + event.eventId() + ", " + event.type()
                                    + "): its parts in " + currency + " do not add up to the whole");
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Finding(
                    Kind.UNKNOWN,
                    event.sequence(),
                    "event " + event.sequence() + " (" + event.eventId() + "): " + e.getMessage());
        }
    }

    private @Nullable Finding compareWithCheckpoint(long sequence) {
        if (checkpoint != null && checkpoint.sequence() == sequence && !Arrays.equals(checkpoint.hash(), last.hash())) {
            return new Finding(
                    Kind.RECHAINED,
                    sequence,
                    "the chain is whole up to event " + sequence + " (" + last.eventId()
                            + "), and it is another one than was signed: something in it was changed and all hashes"
                            + " from there on were made anew. What it was, an older checkpoint or export narrows down");
        }
        return null;
    }

    private @Nullable Finding compareWithTold(long sequence) {
        if (told != null && toldAt == sequence) {
            String difference = trial.differenceTo(told);
            return difference.isEmpty() ? null : new Finding(Kind.DIFFERENT, sequence, difference);
        }
        return null;
    }

    private @Nullable Finding atEnd() {
        if (checkpoint != null && last.sequence() < checkpoint.sequence()) {
            return new Finding(
                    Kind.CUT,
                    last.sequence() + 1,
                    "the export ends with event " + last.sequence() + " (" + last.eventId()
                            + "), and the checkpoint covers " + checkpoint.sequence() + ": the rest was cut off");
        }
        if (told != null && toldAt > last.sequence()) {
            return new Finding(
                    Kind.DIFFERENT,
                    last.sequence(),
                    "the trial balance is of position " + toldAt + ", and the export ends with " + last.sequence());
        }
        return null;
    }

    /** How many events were right. */
    long events() {
        return last.sequence();
    }

    /** In how many streams. */
    int streams() {
        return streams.size();
    }

    /** The books of the events that were right. */
    TrialBalance trial() {
        return trial;
    }
}
