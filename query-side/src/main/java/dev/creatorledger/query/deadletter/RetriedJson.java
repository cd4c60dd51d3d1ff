package dev.creatorledger.query.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What trying a sequence again came to.
 *
 * @param id the letter that was named
 * @param position the position of the letter
 * @param folded how many events of its sequence are folded now
 * @param reason why the next one failed again; absent if none is left
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RetriedJson(
        String id,
        long version,
        String position,
        String group,
        String sequence,
        long folded,
        @Nullable String reason) {}
