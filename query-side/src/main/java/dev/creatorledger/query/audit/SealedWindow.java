package dev.creatorledger.query.audit;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.window.ImpressionDigest;
import dev.creatorledger.events.window.WindowEvent.ImpressionQualified;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowSealed;
import dev.creatorledger.platform.store.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The leaves of a window's tree, gathered from its stream: about 100 bytes an impression. */
final class SealedWindow {

    @SuppressWarnings("ArrayRecordComponent") // never compared as a value
    private record Leaf(byte[] id, byte[] hash) {}

    private final List<Leaf> leaves = new ArrayList<>();
    private boolean known;
    private @Nullable StoredEvent seal;
    private @Nullable ImpressionWindowSealed sealed;

    void add(StoredEvent stored, LedgerEvent event) {
        known = true;
        if (event instanceof ImpressionQualified qualified) {
            leaves.add(new Leaf(
                    qualified.impressionId().getBytes(StandardCharsets.US_ASCII),
                    ImpressionDigest.of(qualified.impression()).bytes()));
        } else if (event instanceof ImpressionWindowSealed last) {
            sealed = last;
            seal = stored;
        }
    }

    /** Whether anything ever happened to it. */
    boolean isKnown() {
        return known;
    }

    /** The event that sealed it; null while it is open. */
    @Nullable
    StoredEvent seal() {
        return seal;
    }

    /** What it was sealed as; null while it is open. */
    @Nullable
    ImpressionWindowSealed sealed() {
        return sealed;
    }

    /** Puts the leaves in the order of the tree: sorted by id, byte by byte (A8). */
    void sort() {
        leaves.sort((one, other) -> Arrays.compare(one.id(), other.id()));
    }

    /** The place of an impression among the sorted leaves; below 0 if it is none of them. */
    int indexOf(String impressionId) {
        byte[] id = impressionId.getBytes(StandardCharsets.US_ASCII);
        int low = 0;
        int high = leaves.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int compared = Arrays.compare(leaves.get(middle).id(), id);
            if (compared == 0) {
                return middle;
            }
            if (compared < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** The hashes of the sorted leaves. */
    List<byte[]> hashes() {
        return leaves.stream().map(Leaf::hash).toList();
    }
}
