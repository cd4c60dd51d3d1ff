package dev.creatorledger.command.window;

import dev.creatorledger.events.window.Outcome;
import dev.creatorledger.platform.refusal.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the answer to a batch: JSON of a fixed shape, straight into bytes. */
final class AnswerBytes {

    private static final Map<Outcome, byte[]> OUTCOMES = outcomes();
    private static final byte[] INDEX = ascii("{\"index\":");
    private static final byte[] IMPRESSION_ID = ascii(",\"impressionId\":");
    private static final byte[] OUTCOME = ascii(",\"outcome\":\"");
    private static final byte[] CODE = ascii(",\"code\":\"");
    private static final byte[] NULL = ascii("null");
    private static final int LONG_DIGITS = 20;

    private byte[] bytes = new byte[8_192];
    private int length;

    /** The whole answer to a JSON document. */
    static AnswerBytes document(Booked booked) {
        AnswerBytes answer = new AnswerBytes();
        Counts counts = new Counts();
        counts.add(booked.batch());
        answer.text("{\"position\":\"").number(booked.position()).text("\",\"counts\":");
        answer.counts(counts).text(",\"outcomes\":[");
        for (int i = 0; i < booked.batch().items().size(); i++) {
            if (i > 0) {
                answer.octet(',');
            }
            answer.outcome(i, booked.batch(), i);
        }
        return answer.text("]}");
    }

    /** The outcomes of a chunk of NDJSON, a line each. */
    AnswerBytes lines(Batch batch, long firstIndex) {
        for (int i = 0; i < batch.items().size(); i++) {
            outcome(firstIndex + i, batch, i).octet('\n');
        }
        return this;
    }

    /** The last line of NDJSON. */
    AnswerBytes lastLine(Counts counts, long position) {
        text("{\"counts\":").counts(counts).text(",\"position\":\"").number(position);
        return text("\"}\n");
    }

    private AnswerBytes outcome(long index, Batch batch, int item) {
        put(INDEX);
        number(index);
        put(IMPRESSION_ID);
        quoted(batch.items().get(item).impressionId());
        put(OUTCOME);
        outcome(batch.outcome(item));
        octet('"');
        ItemProblem problem = batch.problem(item);
        if (problem != null) {
            put(CODE);
            text(problem.name()).octet('"');
        }
        return octet('}');
    }

    private AnswerBytes counts(Counts counts) {
        char before = '{';
        for (Outcome outcome : Outcome.values()) {
            octet(before).octet('"');
            outcome(outcome);
            text("\":").number(counts.of(outcome));
            before = ',';
        }
        return octet('}');
    }

    /** Printable ASCII as a JSON string. */
    private void quoted(@Nullable String text) {
        if (text == null) {
            put(NULL);
            return;
        }
        octet('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                octet('\\');
            }
            octet(c);
        }
        octet('"');
    }

    private AnswerBytes number(long number) {
        ensure(LONG_DIGITS);
        long rest = number;
        int digits = 1;
        for (long power = rest; power >= 10; power /= 10) {
            digits++;
        }
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    private AnswerBytes text(String ascii) {
        put(ascii(ascii));
        return this;
    }

    private void put(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    private AnswerBytes octet(char ascii) {
        ensure(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /** The last line of NDJSON if it breaks off: what was answered before is stored, nothing after it is. */
    AnswerBytes brokenOff(Refusal refusal) {
        text("{\"problem\":{\"status\":").number(refusal.code().status()).text(",\"code\":\"");
        text(refusal.code().name()).text("\",\"title\":\"");
        return text(refusal.code().title()).text("\"}}\n");
    }

    /** How many bytes there are. */
    int length() {
        return length;
    }

    /** Hands the bytes on and begins anew. */
    void flushTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }

    private void outcome(Outcome outcome) {
        byte[] text = OUTCOMES.get(outcome);
        if (text != null) {
            put(text);
        }
    }

    private static Map<Outcome, byte[]> outcomes() {
        Map<Outcome, byte[]> texts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            texts.put(outcome, ascii(outcome.text()));
        }
        return texts;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
