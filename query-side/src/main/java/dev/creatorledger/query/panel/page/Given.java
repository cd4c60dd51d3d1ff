package dev.creatorledger.query.panel.page;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What forms send, as the API's queries take it: an empty field is none, and a field's time is UTC. */
public final class Given {

    /** What a field of type {@code datetime-local} sends. */
    private static final Pattern LOCAL = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?");

    private static final int WITHOUT_SECONDS = "2026-01-31T05:00".length();

    private Given() {}

    /** A text, or null if the field was left empty. */
    public static @Nullable String text(@Nullable String field) {
        return field == null || field.isBlank() ? null : field.strip();
    }

    /** A time as RFC 3339, or null if the field was left empty; what is no time is left to the query to refuse. */
    public static @Nullable String time(@Nullable String field) {
        String text = text(field);
        if (text == null || !LOCAL.matcher(text).matches()) {
            return text;
        }
        return (text.length() == WITHOUT_SECONDS ? text + ":00" : text) + 'Z';
    }

    /** The address of a page with those of these parameters that say something. */
    public static String address(String path, Map<String, ? extends @Nullable Object> parameters) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, value) -> {
            if (value != null && !value.toString().isBlank()) {
                uri.queryParam(name, '{' + name + '}');
            }
        });
        return uri.encode().buildAndExpand(parameters).toUriString();
    }
}
