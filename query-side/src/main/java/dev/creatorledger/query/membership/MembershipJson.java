package dev.creatorledger.query.membership;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.Platform;
import dev.creatorledger.events.person.PersonalField;
import dev.creatorledger.platform.person.PersonalCodec;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A membership as callers read it (B10–B15).
 *
 * @param memberName what the member is called, if that is known; {@code erased} if the member was; absent while the keys
 *     cannot be asked (U7)
 * @param nextTierId the tier of the next period, if another one is planned (B14)
 * @param perksActive whether the member has the perks now
 * @param paidUntil until when periods are paid for, or covered without a charge (B22)
 * @param nextCharge when the member is to pay next: an instant; absent if nothing comes
 * @param endReason why the service ended it, if it did
 * @param pausedSince since when it is paused, if it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MembershipJson(
        String membershipId,
        String channelId,
        String memberId,
        @Nullable String memberName,
        String tierId,
        @Nullable String nextTierId,
        Platform platform,
        MembershipStatus status,
        boolean perksActive,
        Instant joinedAt,
        @Nullable Instant paidUntil,
        @Nullable Instant nextCharge,
        @Nullable EndReason endReason,
        @Nullable Instant pausedSince) {

    static MembershipJson of(MembershipDocument membership, boolean programmeOn, PersonalCodec codec, Instant now) {
        return new MembershipJson(
                membership.id(),
                membership.channelId,
                membership.memberId,
                Optional.ofNullable(membership.memberName)
                        .flatMap(name -> codec.shown(name, PersonalField.NAME))
                        .orElse(null),
                membership.tierId,
                membership.nextTierId,
                membership.platform,
                membership.status,
                membership.hasPerks(programmeOn, now),
                membership.joinedAt,
                membership.paidUntil,
                membership.nextCharge(),
                membership.endReason,
                membership.pausedSince);
    }
}
