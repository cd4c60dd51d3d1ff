package dev.creatorledger.platform.web;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Violation;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the reason that a caller gives for a decision: percent-encoded UTF-8 in {@code X-Reason}. */
final class Reason {

    /** The header. */
    static final String HEADER = "X-Reason";

    private static final int MAX_CHARACTERS = 1_000;
    private static final int HEX = 16;

    private Reason() {}

    /**
     * The decoded reason, or null if there is none.
     *
     * @throws Refusal INVALID_FIELD if it is not percent-encoded UTF-8, has control characters or is too long
     */
    static @Nullable String decode(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String reason = utf8(octets(header)).strip();
        if (reason.codePointCount(0, reason.length()) > MAX_CHARACTERS) {
            throw malformed("at most 1,000 characters");
        }
        if (reason.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw malformed("text without control characters");
        }
        return reason.isEmpty() ? null : reason;
    }

    private static byte[] octets(String header) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(header.length());
        for (int at = 0; at < header.length(); at++) {
            char c = header.charAt(at);
            if (c > '~') {
                throw malformed("percent-encoded UTF-8");
            }
            if (c != '%') {
                octets.write(c);
                continue;
            }
            octets.write(hexDigit(header, at + 1) * HEX + hexDigit(header, at + 2));
            at += 2;
        }
        return octets.toByteArray();
    }

    private static int hexDigit(String header, int at) {
        int digit = at < header.length() ? Character.digit(header.charAt(at), HEX) : -1;
        if (digit < 0) {
            throw malformed("percent-encoded UTF-8");
        }
        return digit;
    }

    private static String utf8(byte[] octets) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("percent-encoded UTF-8");
        }
    }

    private static Refusal malformed(String required) {
        return new Refusal(
                ErrorCode.INVALID_FIELD, HEADER + " must be " + required, List.of(Violation.field(HEADER, required)));
    }
}
