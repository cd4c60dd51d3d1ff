package dev.creatorledger.platform.refusal;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One of several things that fail in a request.
 *
 * @param code what fails: a condition's code or {@link ErrorCode#INVALID_FIELD}'s name
 * @param field the field it is about, if any
 * @param required what is required, if a figure or value can be named
 * @param actual what was found instead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(String code, @Nullable String field, @Nullable Object required, @Nullable Object actual) {

    /** A malformed or missing field. */
    public static Violation field(String field, String required) {
        return new Violation(ErrorCode.INVALID_FIELD.name(), field, required, null);
    }

    /** A condition that is not met. */
    public static Violation condition(String code, Object required, Object actual) {
        return new Violation(code, null, required, actual);
    }
}
