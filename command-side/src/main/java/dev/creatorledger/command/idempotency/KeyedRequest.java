package dev.creatorledger.command.idempotency;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A request under a key, as it is kept: nothing of the caller, the key or the body can be read from it.
 *
 * @param id the caller's key: the first 32 hex digits of a SHA-256
 * @param digest method, path with query, and body: an HMAC-SHA-256 under the key, in hex
 */
record KeyedRequest(String id, String digest) {

    /** The header. */
    static final String HEADER = "Idempotency-Key";

    private static final String REQUIRED = "1 to 255 characters of printable ASCII, once";
    private static final Pattern WELL_FORMED = Pattern.compile("[ -~]{1,255}");
    private static final int ID_OCTETS = 16;

    /**
     * The key that a request carries, or null if it carries none.
     *
     * @throws Refusal INVALID_FIELD if it is malformed
     */
    static @Nullable String keyOf(HttpServletRequest request) {
        List<String> given = Collections.list(request.getHeaders(HEADER));
        if (given.isEmpty()) {
            return null;
        }
        if (given.size() > 1 || !WELL_FORMED.matcher(given.get(0)).matches()) {
            throw new Refusal(
                    ErrorCode.INVALID_FIELD,
                    HEADER + " must be " + REQUIRED,
                    List.of(Violation.field(HEADER, REQUIRED)));
        }
        return given.get(0);
    }

    /** A caller's request under a key. */
    static KeyedRequest of(String caller, String key, HttpServletRequest request, byte[] body) {
        String query = request.getQueryString();
        String path = query == null ? request.getRequestURI() : request.getRequestURI() + '?' + query;
        try {
            // The length in front tells where the caller ends and the key begins.
            byte[] owner = octets(caller.length() + ":" + caller + key);
            byte[] id = MessageDigest.getInstance("SHA-256").digest(owner);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(octets(key), "HmacSHA256"));
            mac.update(octets(request.getMethod() + ' ' + path + '\n'));
            HexFormat hex = HexFormat.of();
            return new KeyedRequest(hex.formatHex(id, 0, ID_OCTETS), hex.formatHex(mac.doFinal(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
