package dev.creatorledger.query.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A country's calendar as callers read it.
 *
 * @param inForce the number of the version that is used now; absent if the first begins later
 * @param versions all of them, the one that was set last first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CalendarJson(String country, @Nullable Integer inForce, List<CalendarVersionJson> versions) {

    /**
     * A version of it.
     *
     * @param version from 1, in the order in which versions were set
     * @param validFrom from when it is used; absent for the version that the service brings along
     * @param weekend the days of every week that are no business days, in order
     * @param holidays the dates that are none, in order
     * @param setAt when it was set
     * @param setBy who set it
     * @param reason why
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CalendarVersionJson(
            int version,
            @Nullable Instant validFrom,
            Set<DayOfWeek> weekend,
            Set<LocalDate> holidays,
            @Nullable Instant setAt,
            @Nullable String setBy,
            @Nullable String reason) {}
}
