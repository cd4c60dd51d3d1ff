package dev.creatorledger.verifier;

import dev.creatorledger.verifier.Finding.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says of the first line that does not go on from the one before what has happened there, as far as can be said. */
final class Diagnosis {

    /** How far numbers are tried by which events may have been moved. */
    private static final int SHIFT = 8;

    /** The events just before: what was right so far. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a value
    record Before(long sequence, String eventId, byte[] previousHash, byte[] hash) {

        static Before first() {
            return new Before(0, "", new byte[ChainHash.LENGTH], new byte[ChainHash.LENGTH]);
        }
    }

    private final ChainHash hash;
    private final Before before;
    private final @Nullable Checkpoint checkpoint;
    private final ExportLines rest;
    private final List<ExportedEvent> ahead = new ArrayList<>();

    /** After what was right, what comes behind the line in question; it is read to its end where that helps. */
    Diagnosis(ChainHash hash, Before before, @Nullable Checkpoint checkpoint, ExportLines rest) {
        this.hash = hash;
        this.before = before;
        this.checkpoint = checkpoint;
        this.rest = rest;
    }

    /** The finding about an event that does not fit in its place. */
    Finding of(ExportedEvent event) throws IOException {
        long expected = before.sequence() + 1;
        next().ifPresent(ahead::add);
        if (hash.fits(event, event.sequence(), event.previousHash())) {
            return ofWhole(event, expected);
        }
        if (hash.fits(event, expected, before.hash())) {
            return finding(
                    Kind.CHANGED,
                    expected,
                    "event " + named(expected, event) + " is right but for its sequence or previousHash");
        }
        Finding renumbered = numberedAnew(event, expected);
        if (renumbered != null) {
            return renumbered;
        }
        return finding(
                Kind.CHANGED,
                expected,
                "event " + named(event.sequence(), event) + " is not the one that was linked"
                        + (event.sequence() == expected ? "" : "; in its place event " + expected + " was awaited"));
    }

    /** Of an event that is right but for its number, because others went away or came before it. */
    private @Nullable Finding numberedAnew(ExportedEvent event, long expected) {
        for (int shift = 1; shift <= SHIFT; shift++) {
            if (event.sequence() > shift && hash.fits(event, event.sequence() - shift, event.previousHash())) {
                long first = Math.max(1, expected - shift);
                return finding(
                        Kind.INSERTED,
                        first,
                        shift + " event(s) stand before event " + named(event.sequence(), event)
                                + " that did not when it was linked as " + (event.sequence() - shift)
                                + "; the last of them is " + before.eventId());
            }
            if (hash.fits(event, event.sequence() + shift, event.previousHash())) {
                return finding(
                        Kind.MISSING,
                        expected,
                        shift + " event(s) are missing before the one with the id " + event.eventId()
                                + ", which was linked as " + (event.sequence() + shift));
            }
        }
        return null;
    }

    /** Of an event that is right by itself, and stands in the wrong place. */
    private Finding ofWhole(ExportedEvent event, long expected) throws IOException {
        if (event.sequence() < expected) {
            return inserted(event, expected);
        }
        if (event.sequence() > expected) {
            return displaced(event, expected);
        }
        if (expected > 1 && isGoneOnFrom(event)) {
            return finding(
                    Kind.CHANGED,
                    before.sequence(),
                    "event " + before.sequence() + " (" + before.eventId() + ") is not the one that event "
                            + named(expected, event) + " was linked to");
        }
        return finding(
                Kind.CHANGED,
                expected,
                "event " + named(expected, event) + " was linked to another event than the one before it");
    }

    /** Whether what follows, or the checkpoint, has this event as it is. */
    private boolean isGoneOnFrom(ExportedEvent event) {
        if (!ahead.isEmpty()) {
            return Arrays.equals(ahead.get(0).previousHash(), event.hash());
        }
        return checkpoint != null
                && checkpoint.sequence() == event.sequence()
                && Arrays.equals(checkpoint.hash(), event.hash());
    }

    private Finding inserted(ExportedEvent event, long expected) {
        boolean takesThePlaceOfTheLast = event.sequence() == expected - 1
                && Arrays.equals(event.previousHash(), before.previousHash())
                && !Arrays.equals(event.hash(), before.hash());
        if (takesThePlaceOfTheLast && isGoneOnFrom(event)) {
            return finding(
                    Kind.INSERTED,
                    before.sequence(),
                    "two events are number " + before.sequence() + ", and the chain goes on from the second: "
                            + before.eventId() + " was put in");
        }
        return finding(
                Kind.INSERTED,
                event.sequence(),
                "event " + named(event.sequence(), event) + " stands again, or a second one of its number, after event "
                        + before.sequence());
    }

    private Finding displaced(ExportedEvent event, long expected) throws IOException {
        ExportedEvent wanted = found(expected);
        if (wanted != null) {
            return finding(
                    Kind.SWAPPED,
                    expected,
                    "event " + named(expected, wanted) + " stands behind event " + named(event.sequence(), event));
        }
        long last = event.sequence() - 1;
        return finding(
                Kind.MISSING,
                expected,
                (last == expected ? "event " + expected + " is" : "events from " + expected + " to " + last + " are")
                        + " missing before event " + named(event.sequence(), event)
                        + (expected > 1
                                ? ""
                                : "; the verifier needs the whole: an export of a channel or a period proves nothing"));
    }

    private @Nullable ExportedEvent found(long sequence) throws IOException {
        for (ExportedEvent one : ahead) {
            if (one.sequence() == sequence) {
                return one;
            }
        }
        while (true) {
            Optional<ExportedEvent> one = next();
            if (one.isEmpty()) {
                return null;
            }
            if (one.get().sequence() == sequence) {
                return one.get();
            }
        }
    }

    /** The next event; nothing at the end, or where nothing can be read. */
    private Optional<ExportedEvent> next() throws IOException {
        try {
            byte[] line = rest.next();
            return line == null ? Optional.empty() : Optional.of(ExportedEvent.of(line));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private static String named(long sequence, ExportedEvent event) {
        return sequence + " (" + event.eventId() + ", " + event.type() + ")";
    }

    private static Finding finding(Kind kind, long sequence, String text) {
        return new Finding(kind, sequence, text);
    }
}
