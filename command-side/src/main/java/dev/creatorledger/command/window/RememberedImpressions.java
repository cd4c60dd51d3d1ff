package dev.creatorledger.command.window;

import dev.creatorledger.events.window.ImpressionDigest;
import dev.creatorledger.events.window.MerkleTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The impressions that an open window remembers by id: enough to know a repeat from a conflict (A6) and to seal (A8). */
final class RememberedImpressions {

    private Map<String, ImpressionDigest> qualified = new HashMap<>();
    private Map<String, ImpressionDigest> notQualified = new HashMap<>();

    /** The digest under which an impression was booked, if it was. */
    @Nullable
    ImpressionDigest find(String impressionId) {
        ImpressionDigest earning = qualified.get(impressionId);
        return earning != null ? earning : notQualified.get(impressionId);
    }

    void qualified(String impressionId, ImpressionDigest digest) {
        qualified.put(impressionId, digest);
    }

    void notQualified(String impressionId, ImpressionDigest digest) {
        notQualified.put(impressionId, digest);
    }

    /** The RFC 6962 root over the qualified, sorted by id; ids are ASCII, so the order of their characters is that of bytes. */
    String merkleRoot() {
        List<byte[]> leaves = new ArrayList<>(qualified.size());
        new TreeMap<>(qualified).values().forEach(digest -> leaves.add(digest.bytes()));
        return MerkleTree.root(leaves);
    }

    int size() {
        return qualified.size() + notQualified.size();
    }

    /** Forgets everything: a sealed window takes nothing more, so it need not know what it took (A7). */
    void release() {
        qualified = new HashMap<>(0);
        notQualified = new HashMap<>(0);
    }
}
