package dev.creatorledger.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identifiers that the service derives: the first 32 hex digits of a SHA-256 (contract, "Conventions"). */
public final class Derived {

    private static final int OCTETS = 16;

    private Derived() {}

    /** The identifier that belongs to these words, the same ones always; they are joined by line feeds. */
    public static String id(String... words) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, OCTETS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
