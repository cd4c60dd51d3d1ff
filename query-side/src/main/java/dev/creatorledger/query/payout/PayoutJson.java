package dev.creatorledger.query.payout;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.events.person.PersonalField;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.web.MoneyJson;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payout as callers read it.
 *
 * @param ibanMasked country and last four characters of the account; {@code erased} if the owner was;
 *     absent while the keys cannot be asked
 * @param deadline the first instant that is too late, once it is approved (P5)
 * @param businessDaysLeft business days after today up to the deadline, while it runs
 * @param overdue whether the deadline has passed and it has not ended in any way (P6)
 * @param lateByBusinessDays business days begun after the deadline until it was settled, if it was late
 * @param reason why it was rejected, or the bank's reason
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PayoutJson(
        String payoutId,
        String channelId,
        PayoutStatus status,
        MoneyJson amount,
        @Nullable String ibanMasked,
        Instant requestedAt,
        @Nullable Instant approvedAt,
        @Nullable Instant deadline,
        @Nullable Integer businessDaysLeft,
        boolean overdue,
        @Nullable Instant settledAt,
        @Nullable Integer lateByBusinessDays,
        @Nullable String reason) {

    private static final int COUNTRY = 2;
    private static final int SHOWN = 4;

    static PayoutJson of(PayoutDocument payout, PersonalCodec codec, Policies policies, Instant now) {
        var terms = payout.terms;
        return new PayoutJson(
                payout.id(),
                payout.channelId,
                payout.status,
                MoneyJson.of(payout.amount),
                masked(payout.iban, codec),
                payout.requestedAt,
                payout.approvedAt,
                terms == null ? null : terms.deadline(),
                terms == null || !payout.runs()
                        ? null
                        : (Integer) terms.daysLeft(now, policies.calendarOf(terms.calendarVersion())),
                payout.isOverdue(now),
                payout.settledAt,
                payout.lateByBusinessDays,
                payout.reason);
    }

    private static @Nullable String masked(@Nullable Personal iban, PersonalCodec codec) {
        return Optional.ofNullable(iban)
                .flatMap(personal -> codec.shown(personal, PersonalField.IBAN))
                .map(shown -> shown.equals(PersonalCodec.ERASED) ? shown : masked(shown))
                .orElse(null);
    }

    private static String masked(String iban) {
        int hidden = Math.max(0, iban.length() - COUNTRY - SHOWN);
        return iban.substring(0, COUNTRY) + "*".repeat(hidden) + iban.substring(COUNTRY + hidden);
    }
}
