package dev.creatorledger.verifier;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes exports and checkpoints from nothing but the description of their forms: it shares no code with the verifier. */
final class TestExport {

    private static final Instant BEGIN = Instant.parse("2026-01-15T10:00:00.123456Z");
    private static final String NOTHING = "0".repeat(64);

    private final KeyPair keys = newKeys();

    /** An event; a copy with another field is another event. */
    record Event(
            long sequence,
            String hash,
            String previousHash,
            String eventId,
            String type,
            String revision,
            String aggregateType,
            String stream,
            long aggregateSequence,
            Instant recordedAt,
            String payload,
            String metadata) {

        String line() {
            return "{\"sequence\":" + sequence + ",\"hash\":\"" + hash + "\",\"previousHash\":\"" + previousHash
                    + "\",\"eventId\":\"" + eventId + "\",\"type\":\"" + type + "\",\"revision\":\"" + revision
                    + "\",\"aggregateType\":\"" + aggregateType + "\",\"aggregateId\":\""
                    + stream.substring(stream.indexOf(':') + 1) + "\",\"stream\":\"" + stream
                    + "\",\"aggregateSequence\":" + aggregateSequence + ",\"recordedAt\":\"" + recordedAt
                    + "\",\"payload\":" + payload + ",\"metadata\":" + metadata + "}\n";
        }

        Event linked(long place, String previous) {
            Event moved = new Event(
                    place,
                    "",
                    previous,
                    eventId,
                    type,
                    revision,
                    aggregateType,
                    stream,
                    aggregateSequence,
                    recordedAt,
                    payload,
                    metadata);
            return new Event(
                    place,
                    hashOf(moved),
                    previous,
                    eventId,
                    type,
                    revision,
                    aggregateType,
                    stream,
                    aggregateSequence,
                    recordedAt,
                    payload,
                    metadata);
        }

        Event withPayload(String other) {
            return new Event(
                    sequence,
                    hash,
                    previousHash,
                    eventId,
                    type,
                    revision,
                    aggregateType,
                    stream,
                    aggregateSequence,
                    recordedAt,
                    other,
                    metadata);
        }

        Event inPlaceOfItsStream(long place) {
            return new Event(
                    sequence,
                    hash,
                    previousHash,
                    eventId,
                    type,
                    revision,
                    aggregateType,
                    stream,
                    place,
                    recordedAt,
                    payload,
                    metadata);
        }
    }

    /** A history of so many events: followers, impressions, and money of every kind. */
    static List<Event> history(long seed, int size) {
        Random random = new Random(seed);
        Map<String, Long> places = new HashMap<>();
        List<Event> events = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            String channel = "ch-" + random.nextInt(5);
            String[] what = happening(random, channel, i);
            long place = places.merge(what[1], 0L, (before, zero) -> before + 1);
            events.add(new Event(
                    i,
                    "",
                    "",
                    HexFormat.of().toHexDigits(seed) + "-" + i,
                    what[0],
                    "1",
                    what[1].startsWith("day:") ? "MembershipDay" : "Channel",
                    what[1],
                    place,
                    BEGIN.plus(i * 1_500L, ChronoUnit.MILLIS),
                    what[2],
                    "{\"actor\":\"tester\",\"correlationId\":\"c-" + i + "\"}"));
        }
        return chained(events, 0);
    }

    private static String[] happening(Random random, String channel, int number) {
        long amount = 2L * (1 + random.nextInt(1_000_000));
        String stream = "channel:" + channel;
        String day = "day:" + channel + ":USD:2026-01-15";
        String split = "{\"amount\":" + money(3 * amount, "USD") + ",\"creatorPart\":" + money(amount, "USD")
                + ",\"platformPart\":" + money(amount, "USD") + ",\"tax\":" + money(amount, "USD") + "}";
        return switch (random.nextInt(7)) {
            case 0 ->
                new String[] {
                    "EarningsFinalized",
                    stream,
                    "{\"channelId\":\"" + channel + "\",\"windowId\":\"" + channel + ":2026-01-15T05\",\"net\":"
                            + money(amount, "IRR") + ",\"creatorPart\":" + money(amount / 2, "IRR")
                            + ",\"platformPart\":" + money(amount / 2, "IRR") + "}"
                };
            case 1 ->
                new String[] {
                    "PayoutHeld",
                    stream,
                    "{\"channelId\":\"" + channel + "\",\"payoutId\":\"p-" + number + "\",\"amount\":"
                            + money(amount, "IRR") + "}"
                };
            case 2 ->
                new String[] {
                    "MembershipPaymentBooked",
                    day,
                    "{\"dayId\":\"" + day.substring(4) + "\",\"chargeId\":\"c\",\"split\":" + split + "}"
                };
            case 3 ->
                new String[] {
                    "MembershipRefundBooked",
                    day,
                    "{\"dayId\":\"" + day.substring(4) + "\",\"refundId\":\"r\",\"split\":" + split + "}"
                };
            default ->
                new String[] {
                    "FollowersReported",
                    stream,
                    "{\"channelId\":\"" + channel + "\",\"followers\":" + amount + ",\"note\":\"\u0622 \\\"}{[ \\\\\"}"
                };
        };
    }

    private static String money(long micros, String currency) {
        return "{\"micros\":" + micros + ",\"currency\":\"" + currency + "\"}";
    }

    /** Links the events from an index on anew, each in the place where it stands. */
    static List<Event> chained(List<Event> events, int from) {
        List<Event> chained = new ArrayList<>(events.subList(0, from));
        for (Event event : events.subList(from, events.size())) {
            String previous = chained.isEmpty()
                    ? NOTHING
                    : chained.get(chained.size() - 1).hash();
            chained.add(event.linked(chained.size() + 1, previous));
        }
        return chained;
    }

    private static String hashOf(Event event) {
        try {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            DataOutputStream form = new DataOutputStream(octets);
            form.writeByte(1);
            form.write(HexFormat.of().parseHex(event.previousHash()));
            form.writeLong(event.sequence());
            text(form, event.eventId());
            text(form, event.type());
            text(form, event.revision());
            text(form, event.aggregateType());
            text(form, event.stream());
            form.writeLong(event.aggregateSequence());
            form.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, event.recordedAt()));
            text(form, event.payload());
            text(form, event.metadata());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void text(DataOutputStream form, String text) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        form.writeInt(octets.length);
        form.write(octets);
    }

    static byte[] bytes(List<Event> events) {
        StringBuilder lines = new StringBuilder();
        events.forEach(event -> lines.append(event.line()));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A checkpoint of an event, signed. */
    String checkpoint(Event event) {
        return checkpoint(event.sequence(), event.hash(), event.sequence());
    }

    String checkpoint(long sequence, String hash, long count) {
        Instant at = BEGIN.plus(1, ChronoUnit.DAYS);
        try {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            DataOutputStream form = new DataOutputStream(octets);
            text(form, "creator-ledger checkpoint");
            form.writeInt(1);
            form.writeLong(sequence);
            form.writeLong(count);
            form.write(HexFormat.of().parseHex(hash));
            form.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            text(form, keyId());
            text(form, "Ed25519");
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(octets.toByteArray());
            return "{\"version\":1,\"sequence\":" + sequence + ",\"hash\":\"" + hash + "\",\"count\":" + count
                    + ",\"at\":\"" + at + "\",\"keyId\":\"" + keyId() + "\",\"algorithm\":\"Ed25519\",\"signature\":\""
                    + Base64.getEncoder().encodeToString(signature.sign()) + "\"}\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String keyId() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(keys.getPublic().getEncoded());
            return HexFormat.of().formatHex(hash).substring(0, 32);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
