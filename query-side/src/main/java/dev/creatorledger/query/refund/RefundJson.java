package dev.creatorledger.query.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.creatorledger.events.membership.RefundCause;
import dev.creatorledger.platform.web.MoneyJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refund as callers read it: the payment it pays back, as that was split (M4).
 *
 * @param chargeId the charge that was paid
 * @param amount what the member gets back, tax included; the sum of the parts
 * @param creatorPart what the creator gives back
 * @param platformPart what the platform gives back
 * @param tax what the state gives back
 * @param cause why the programme ended, or that nobody owed the payment
 * @param settledAt when the payment service has paid it back, if it has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefundJson(
        String refundId,
        String membershipId,
        String channelId,
        String memberId,
        String chargeId,
        MoneyJson amount,
        MoneyJson creatorPart,
        MoneyJson platformPart,
        MoneyJson tax,
        RefundCause cause,
        RefundStatus status,
        Instant dueAt,
        @Nullable Instant settledAt) {

    static RefundJson of(RefundDocument refund) {
        return new RefundJson(
                refund.id(),
                refund.membershipId,
                refund.channelId,
                refund.memberId,
                refund.chargeId,
                MoneyJson.of(refund.split.amount()),
                MoneyJson.of(refund.split.creatorPart()),
                MoneyJson.of(refund.split.platformPart()),
                MoneyJson.of(refund.split.tax()),
                refund.cause,
                refund.status,
                refund.dueAt,
                refund.settledAt);
    }
}
