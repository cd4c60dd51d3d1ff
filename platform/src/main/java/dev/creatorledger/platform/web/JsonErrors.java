package dev.creatorledger.platform.web;

import dev.creatorledger.events.MalformedIdException;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Violation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says in the caller's words why a document cannot be read; the parser's own words name our classes. */
final class JsonErrors {

    private JsonErrors() {}

    /** The refusal that a failed reading becomes. */
    static Refusal refusal(JacksonException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        boolean wellFormed = failure instanceof DatabindException || failure instanceof InputCoercionException;
        String field = wellFormed ? path(failure.getPath()) : "";
        if (field.isEmpty()) {
            return new Refusal(ErrorCode.MALFORMED_REQUEST, "The body is not the JSON that is wanted" + at(failure));
        }
        String required = required(failure);
        return new Refusal(
                ErrorCode.INVALID_FIELD, field + " must be " + required, List.of(Violation.field(field, required)));
    }

    private static String at(JacksonException failure) {
        TokenStreamLocation location = failure.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String required(JacksonException failure) {
        if (failure.getCause() instanceof MalformedIdException) {
            return MalformedIdException.REQUIRED;
        }
        if (failure instanceof InputCoercionException outOfRange) {
            return kind(outOfRange.getTargetType());
        }
        return failure instanceof MismatchedInputException mismatch ? kind(mismatch.getTargetType()) : "well-formed";
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "well-formed";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a whole number in range";
        }
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "text of the right form";
    }
}
