package dev.creatorledger.platform.web;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Violation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list a caller wants ({@code ?limit=} and {@code ?cursor=}); a controller takes it as an argument.
 *
 * @param limit how many items, 1 to 500
 * @param after the key that the previous page ended with ({@link Page#of}), or null for the first page
 */
public record PageRequest(int limit, @Nullable String after) {

    /** How many items a page has if the caller does not say. */
    public static final int DEFAULT_LIMIT = 50;

    /** How many items a page can have. */
    public static final int MAX_LIMIT = 500;

    private static final int MAX_CURSOR = 1_024;

    /**
     * Reads the query's parameters.
     *
     * @throws Refusal INVALID_FIELD if one is malformed
     */
    public static PageRequest parse(@Nullable String limit, @Nullable String cursor) {
        return new PageRequest(parseLimit(limit), cursor == null ? null : decode(cursor));
    }

    /**
     * The key as a number: 0 for the first page.
     *
     * @throws Refusal INVALID_FIELD if the cursor holds none
     */
    public long afterNumber() {
        if (after == null) {
            return 0;
        }
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw malformedCursor();
        }
    }

    /** The refusal of a cursor that this list has not given. */
    public static Refusal malformedCursor() {
        return malformed("cursor", "a cursor that this list has given");
    }

    /** A key as an opaque cursor. */
    static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static int parseLimit(@Nullable String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        throw malformed("limit", "a whole number from 1 to " + MAX_LIMIT);
    }

    private static String decode(String cursor) {
        if (cursor.isEmpty() || cursor.length() > MAX_CURSOR) {
            throw malformedCursor();
        }
        try {
            byte[] octets = Base64.getUrlDecoder().decode(cursor);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw malformedCursor();
        }
    }

    private static Refusal malformed(String field, String required) {
        return new Refusal(
                ErrorCode.INVALID_FIELD, field + " must be " + required, List.of(Violation.field(field, required)));
    }
}
