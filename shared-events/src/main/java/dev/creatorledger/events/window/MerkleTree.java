package dev.creatorledger.events.window;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

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
        // Level by level: pairs are joined, an odd last one moves up as it is. This is the tree of RFC 6962, whose
        // left side is always the largest power of two that is smaller than the number of leaves.
        List<byte[]> level = leafHashes;
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>((level.size() + 1) / 2);
            for (int i = 0; i + 1 < level.size(); i += 2) {
                sha256.update(NODE);
                sha256.update(level.get(i));
                above.add(sha256.digest(level.get(i + 1)));
            }
            if (level.size() % 2 == 1) {
                above.add(level.get(level.size() - 1));
            }
            level = above;
        }
        return HexFormat.of().formatHex(level.get(0));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
