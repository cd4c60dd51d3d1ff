package dev.creatorledger.query.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version as callers read it.
 *
 * @param version from 1, in the order in which versions were set
 * @param effectiveFrom from when it is in force; absent for the version that the service brings along
 * @param values all its figures
 * @param setAt when it was set
 * @param setBy who set it
 * @param reason why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PolicyVersionJson(
        int version,
        @Nullable Instant effectiveFrom,
        Map<String, Object> values,
        @Nullable Instant setAt,
        @Nullable String setBy,
        @Nullable String reason) {}
