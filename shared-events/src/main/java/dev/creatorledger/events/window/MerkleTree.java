package dev.creatorledger.events.window;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** The Merkle tree hash of RFC 6962, section 2.1, over leaves that are hashed already. */
public final class MerkleTree {

    private static final byte NODE = 1;

    private MerkleTree() {}

    /** The root over leaf hashes in their order, as lower-case hex; the hash of nothing if there are none. */
    public static String root(List<byte[]> leafHashes) {
        MessageDigest sha256 = sha256();
        if (leafHashes.isEmpty()) {
            return HexFormat.of().formatHex(sha256.digest());
        }
        List<byte[]> level = leafHashes;
        while (level.size() > 1) {
            level = above(level, sha256);
        }
        return HexFormat.of().formatHex(level.get(0));
    }

    /**
     * A step of the way from a leaf to the root (RFC 6962, section 2.1.1).
     *
     * @param left whether the sibling's hash comes before what was computed so far
     * @param hash the sibling's hash, lower-case hex
     */
    public record Step(boolean left, String hash) {}

    /**
     * The way from a leaf to the root: joined with the hash of each step in turn, the leaf's gives the root.
     *
     * @throws IndexOutOfBoundsException if there is no such leaf
     */
    public static List<Step> path(List<byte[]> leafHashes, int index) {
        Objects.checkIndex(index, leafHashes.size());
        MessageDigest sha256 = sha256();
        List<Step> path = new ArrayList<>();
        List<byte[]> level = leafHashes;
        for (int at = index; level.size() > 1; at /= 2) {
            int sibling = at ^ 1;
            if (sibling < level.size()) { // an odd last one has none
                path.add(new Step(sibling < at, HexFormat.of().formatHex(level.get(sibling))));
            }
            level = above(level, sha256);
        }
        return path;
    }

    /**
     * The level above: pairs are joined, an odd last one moves up as it is. This is the tree of RFC 6962, whose left
     * side is always the largest power of two that is smaller than the number of leaves.
     */
    private static List<byte[]> above(List<byte[]> level, MessageDigest sha256) {
        List<byte[]> above = new ArrayList<>((level.size() + 1) / 2);
        for (int i = 0; i + 1 < level.size(); i += 2) {
            sha256.update(NODE);
            sha256.update(level.get(i));
            above.add(sha256.digest(level.get(i + 1)));
        }
        if (level.size() % 2 == 1) {
            above.add(level.get(level.size() - 1));
        }
        return above;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
