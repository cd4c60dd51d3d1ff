package dev.creatorledger.query.payout;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.creatorledger.platform.web.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payout's way back to what it is made of (U5): its amount is {@code carriedIn}, and every window, and everything
 * else since the request before, less {@code carriedOut}.
 *
 * @param carriedIn what was available right after the request before, in the payout's currency; 0 at the first
 * @param windows ad income, in the order in which it became final
 * @param other everything else that changed what was available
 * @param carriedOut what stayed available after this request
 * @param previousPayoutId the request before, if there was one, other than those of {@code givenBack}
 * @param givenBack the requests right before whose money came back: what they were made of, this one is made of
 * @param held the event that held the amount
 * @param lifeCycle what became of it, oldest first
 * @param deadline how its deadline was counted, once it was approved
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExplanationJson(
        String payoutId,
        String channelId,
        MoneyJson amount,
        MoneyJson carriedIn,
        List<Window> windows,
        List<Other> other,
        MoneyJson carriedOut,
        @Nullable String previousPayoutId,
        @Nullable List<String> givenBack,
        Reference held,
        List<Step> lifeCycle,
        @Nullable Deadline deadline) {

    /**
     * Where an event is found.
     *
     * @param sequence its place in the global order
     */
    public record Reference(long sequence, String eventId, String type, Instant at) {}

    /**
     * The income of one hour (A8).
     *
     * @param hour the first instant of the hour
     * @param qualified how many impressions qualified
     * @param shareBps the creator's share of that hour
     * @param policyVersion the version of the policy that the window was opened under
     * @param net what the impressions brought
     * @param amount the creator's part of it
     */
    public record Window(
            Instant hour,
            long qualified,
            int shareBps,
            int policyVersion,
            MoneyJson net,
            MoneyJson amount,
            Reference event) {}

    /**
     * Something else that changed what was available.
     *
     * @param kind what happened, such as {@code PAYOUT_REJECTED} or {@code MEMBERSHIP_DAY}
     * @param reference the payout or the day
     */
    public record Other(String kind, String reference, MoneyJson amount, Reference event) {}

    /**
     * A step of its life.
     *
     * @param actor who took it: a token's subject, or {@code service}
     * @param reason why, where a reason was given
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(String type, Instant at, String actor, @Nullable String reason, long sequence, String eventId) {}

    /**
     * How a deadline was counted (P5).
     *
     * @param deadline the first instant that is too late
     * @param lastDay the last business day that keeps it
     * @param calendarVersion the version of the calendar
     * @param policyVersion the version of the policy that says how many days
     */
    public record Deadline(Instant deadline, LocalDate lastDay, int calendarVersion, int policyVersion) {}
}
