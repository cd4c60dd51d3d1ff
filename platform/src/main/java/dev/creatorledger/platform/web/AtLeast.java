package dev.creatorledger.platform.web;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The position that a query's view must have reached ({@code ?atLeast=}); a controller takes it as an argument.
 *
 * @param position a position that a command has answered with; 0 if the caller named none
 */
public record AtLeast(long position) {

    /** The header that names the position an answer was read at. */
    public static final String POSITION_HEADER = "X-Ledger-Position";

    private static final int MAX_DIGITS = 18;

    /**
     * Reads the parameter.
     *
     * @throws Refusal INVALID_FIELD if it is not a position
     */
    public static AtLeast parse(@Nullable String text) {
        if (text == null) {
            return new AtLeast(0);
        }
        if (text.isEmpty()
                || text.length() > MAX_DIGITS
                || text.chars().anyMatch(digit -> digit < '0' || digit > '9')) {
            String required = "a position that a command has answered with";
            throw new Refusal(
                    ErrorCode.INVALID_FIELD,
                    "atLeast must be " + required,
                    List.of(Violation.field("atLeast", required)));
        }
        return new AtLeast(Long.parseLong(text));
    }
}
