package dev.creatorledger.command.policy;

import static java.util.Objects.requireNonNullElse;

import dev.creatorledger.events.calendar.BusinessCalendar;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.policy.PayoutPolicy;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a new version of the figures of payouts says; null is as before (P1, P5, P6).
 *
 * @param thresholds what a balance has to exceed, of the currencies that change or are paid out from now on
 * @param businessDays within how many business days after its approval a payout has to be settled
 * @param warningDays after how many of them lateness threatens
 */
record PayoutFigures(
        @Nullable Map<Currency, Money> thresholds, @Nullable Integer businessDays, @Nullable Integer warningDays) {

    static PayoutFigures read(Figures figures) {
        return new PayoutFigures(
                figures.amounts("thresholds"),
                figures.small("businessDays", 1, BusinessCalendar.MOST_DAYS),
                figures.small("warningDays", 1, BusinessCalendar.MOST_DAYS));
    }

    /** The policy that comes of it. */
    PayoutPolicy after(PayoutPolicy before, int version) {
        Map<Currency, Money> all = new HashMap<>(before.thresholds());
        if (thresholds != null) {
            all.putAll(thresholds);
        }
        return new PayoutPolicy(
                version,
                all,
                requireNonNullElse(businessDays, before.businessDays()),
                requireNonNullElse(warningDays, before.warningDays()));
    }
}
