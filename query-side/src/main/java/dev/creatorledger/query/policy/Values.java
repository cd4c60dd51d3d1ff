package dev.creatorledger.query.policy;

import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.events.policy.MembershipPolicy;
import dev.creatorledger.events.policy.PayoutPolicy;
import dev.creatorledger.platform.web.MoneyJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of policies under the names under which they are set. */
final class Values {

    private static final int BPS_OF_PERCENT = 100;

    private Values() {}

    static Map<String, Object> of(AdPolicy policy) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("requiredFollowers", policy.requiredFollowers());
        values.put("requiredWatchHours", policy.requiredWatchTime().toHours());
        values.put("watchMonths", policy.watchPeriod().toTotalMonths());
        values.put("shareFloorBps", policy.shareFloorBps());
        values.put("qualifyingMillis", policy.qualifyingMillis());
        values.put("maxAheadMinutes", policy.maxAhead().toMinutes());
        values.put("bookableMinutes", policy.bookable().toMinutes());
        return values;
    }

    static Map<String, Object> of(PayoutPolicy policy) {
        Map<String, Object> thresholds = new LinkedHashMap<>();
        policy.thresholds()
                .values()
                .forEach(amount -> thresholds.put(amount.currency().getCurrencyCode(), MoneyJson.of(amount)));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("thresholds", thresholds);
        values.put("businessDays", policy.businessDays());
        values.put("warningDays", policy.warningDays());
        return values;
    }

    static Map<String, Object> of(MembershipPolicy policy) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("countries", policy.countries());
        values.put("maxMadeForKidsPercent", policy.maxMadeForKidsBps() / BPS_OF_PERCENT);
        values.put("maxIneligiblePercent", policy.maxIneligibleBps() / BPS_OF_PERCENT);
        values.put("maxTiers", policy.maxTiers());
        values.put("shareBps", policy.shareBps());
        values.put("retryDays", policy.retryDays());
        values.put("longestPauseDays", policy.longestPause().toDays());
        values.put("bookableMinutes", policy.bookable().toMinutes());
        return values;
    }
}
