package dev.creatorledger.verifier;

import java.nio.charset.StandardCharsets;

/**
 * An event as a line of an export holds it: every field in its place, in one way of writing, nothing more. Payload and
 * metadata are kept as the bytes that stand there.
 */
final class ExportedEvent {

    /** A part of the line. */
    record Part(int from, int to) {}

    private final byte[] line;
    private final long sequence;
    private final byte[] hash;
    private final byte[] previousHash;
    private final Part eventId;
    private final Part type;
    private final Part revision;
    private final Part aggregateType;
    private final Part stream;
    private final long aggregateSequence;
    private final long recordedMicros;
    private final Part payload;
    private final Part metadata;

    private ExportedEvent(LineScanner scanner) {
        line = scanner.line();
        sequence = scanner.number("{\"sequence\":");
        hash = scanner.hash(",\"hash\":\"");
        previousHash = scanner.hash(",\"previousHash\":\"");
        eventId = scanner.text(",\"eventId\":\"");
        type = scanner.text(",\"type\":\"");
        revision = scanner.text(",\"revision\":\"");
        aggregateType = scanner.text(",\"aggregateType\":\"");
        Part aggregateId = scanner.text(",\"aggregateId\":\"");
        stream = scanner.text(",\"stream\":\"");
        aggregateSequence = scanner.number(",\"aggregateSequence\":");
        recordedMicros = RecordedAt.micros(line, scanner.text(",\"recordedAt\":\""));
        payload = scanner.object(",\"payload\":");
        metadata = scanner.object(",\"metadata\":");
        scanner.end("}");
        if (!nameOf(stream).equals(string(aggregateId))) {
            throw new Malformed("its aggregateId is not that of its stream");
        }
    }

    /**
     * Reads a line.
     *
     * @throws Malformed if it is not exactly as an export writes an event
     */
    static ExportedEvent of(byte[] line) {
        return new ExportedEvent(new LineScanner(line));
    }

    private String nameOf(Part whole) {
        String name = string(whole);
        return name.substring(name.indexOf(':') + 1);
    }

    private String string(Part part) {
        return new String(line, part.from(), part.to() - part.from(), StandardCharsets.UTF_8);
    }

    byte[] line() {
        return line;
    }

    long sequence() {
        return sequence;
    }

    byte[] hash() {
        return hash;
    }

    byte[] previousHash() {
        return previousHash;
    }

    String eventId() {
        return string(eventId);
    }

    String type() {
        return string(type);
    }

    String revision() {
        return string(revision);
    }

    String stream() {
        return string(stream);
    }

    long aggregateSequence() {
        return aggregateSequence;
    }

    long recordedMicros() {
        return recordedMicros;
    }

    Part payload() {
        return payload;
    }

    /** The texts that are hashed, in their order. */
    Part[] hashedTexts() {
        return new Part[] {eventId, type, revision, aggregateType, stream};
    }

    Part streamPart() {
        return stream;
    }

    Part metadata() {
        return metadata;
    }
}
