package dev.creatorledger.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/**
 * What the service has signed: that its chain had this hash at this sequence. Fields beside these are nobody's and
 * mean nothing.
 *
 * @param sequence the last event that it covers
 * @param hash that event's hash
 * @param count how many events it covers
 * @param at when it was made
 * @param keyId the key that it says it was signed with; never a reason to believe it
 * @param signature over {@link #form()}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a value
record Checkpoint(long sequence, byte[] hash, long count, Instant at, String keyId, byte[] signature) {

    private static final int VERSION = 1;
    private static final String ALGORITHM = "Ed25519";
    private static final String WHAT = "creator-ledger checkpoint";
    private static final int ROOM = 4_096;
    private static final int LONGEST_ID = 1_024;

    /**
     * Reads one item of {@code /v1/audit/checkpoints}.
     *
     * @throws Malformed if it is none, or of a version that this verifier does not know
     */
    static Checkpoint of(byte[] json) {
        Map<String, Object> fields = Json.object(json);
        if (fields.containsKey("items")) {
            throw new Malformed("this is a list of checkpoints; give one of its items");
        }
        if (Fields.number(fields, "version") != VERSION
                || !Fields.text(fields, "algorithm").equals(ALGORITHM)) {
            throw new Malformed("this verifier knows version 1, signed with Ed25519");
        }
        try {
            byte[] hash = HexFormat.of().parseHex(Fields.text(fields, "hash"));
            String keyId = Fields.text(fields, "keyId");
            if (hash.length != ChainHash.LENGTH || keyId.length() > LONGEST_ID) {
                throw new Malformed("hash or keyId have another length");
            }
            return new Checkpoint(
                    Fields.number(fields, "sequence"),
                    hash,
                    Fields.number(fields, "count"),
                    Instant.parse(Fields.text(fields, "at")),
                    keyId,
                    Base64.getDecoder().decode(Fields.text(fields, "signature")));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Malformed("a field is not written as a checkpoint's: " + e.getMessage());
        }
    }

    /**
     * What was signed, big-endian: as texts, each UTF-8 behind its length in 4 bytes, what this is; the version in 4
     * bytes, sequence and count in 8 each, the hash's 32, the time in microseconds since 1970 in 8; key id and
     * algorithm as texts.
     */
    byte[] form() {
        ByteBuffer form = ByteBuffer.allocate(ROOM);
        text(form, WHAT);
        form.putInt(VERSION).putLong(sequence).putLong(count).put(hash);
        form.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
        text(form, keyId);
        text(form, ALGORITHM);
        byte[] signed = new byte[form.position()];
        form.get(0, signed);
        return signed;
    }

    private static void text(ByteBuffer form, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        form.putInt(octets.length).put(octets);
    }
}
