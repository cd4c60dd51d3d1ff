package dev.creatorledger.query.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.platform.membership.ProgrammeFacts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A channel's membership programme as callers read it (B1, B20–B26).
 *
 * @param joinable whether a viewer can join now
 * @param causes the causes of pause that are open, whatever the programme's state
 * @param pausedSince since when it is paused, if it is
 * @param daysUntilTermination days until the pause ends the programme, rounded up, while it is paused
 * @param eligibility whether memberships can be turned on now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MembershipsJson(
        ProgrammeStatus status,
        boolean joinable,
        List<PauseCause> causes,
        @Nullable Instant pausedSince,
        @Nullable Long daysUntilTermination,
        Eligibility eligibility) {

    /** Whether memberships can be turned on, condition by condition (B1). */
    public record Eligibility(boolean eligible, List<Condition> conditions) {

        static Eligibility of(List<ProgrammeFacts.Condition> conditions) {
            return new Eligibility(
                    conditions.stream().allMatch(ProgrammeFacts.Condition::met),
                    conditions.stream().map(Condition::of).toList());
        }
    }

    /**
     * One condition.
     *
     * @param required a value, the values that will do, or the most that is allowed in percent
     * @param actual what there is, in the same form
     */
    public record Condition(String code, Object required, Object actual, boolean met) {

        static Condition of(ProgrammeFacts.Condition condition) {
            return new Condition(condition.code(), condition.required(), condition.actual(), condition.met());
        }
    }
}
