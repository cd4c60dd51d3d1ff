package dev.creatorledger.query.charge;

import dev.creatorledger.events.membership.ChargeKind;
import dev.creatorledger.platform.web.MoneyJson;
import java.time.Instant;

/**
 * A charge that is to be collected, as the payment service reads it (B11).
 *
 * @param kind what it is for
 * @param tierId the tier that it pays for
 * @param periodStart when the period begins that it pays for
 * @param dueAt since when this attempt is due
 * @param attempt 1 for the first; outcomes are reported with it
 */
record ChargeDueJson(
        String chargeId,
        String membershipId,
        String channelId,
        String memberId,
        ChargeKind kind,
        String tierId,
        MoneyJson amount,
        Instant periodStart,
        Instant dueAt,
        int attempt) {

    static ChargeDueJson of(String chargeId, ChargeDocument.Asked asked) {
        return new ChargeDueJson(
                chargeId,
                asked.membershipId(),
                asked.channelId(),
                asked.memberId(),
                asked.kind(),
                asked.tierId(),
                MoneyJson.of(asked.amount()),
                asked.periodStart(),
                asked.dueAt(),
                asked.attempt());
    }
}
