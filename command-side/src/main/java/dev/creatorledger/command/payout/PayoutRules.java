package dev.creatorledger.command.payout;

import dev.creatorledger.command.payout.PayoutCommand.RepeatRequest;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Rule;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/** Every rule that a payout can break, each a sentence. */
final class PayoutRules {

    private PayoutRules() {}

    /** P4: the life cycle. */
    record APayoutOnlyTurnsAsItsLifeCycleAllows(String turn, PayoutStatus status, List<PayoutStatus> allowed)
            implements Rule {

        @Override
        public boolean holds() {
            return allowed.contains(status);
        }

        @Override
        public Refusal refusal() {
            return new Refusal(
                    ErrorCode.WRONG_PAYOUT_STATE,
                    "To " + turn + " a payout must be one of " + allowed + "; it is " + status + ".");
        }
    }

    /** P3: an id is one payout's for ever. */
    record APayoutStaysAsItWasRequested(RepeatRequest asked, ChannelId channelId, Currency currency) implements Rule {

        @Override
        public boolean holds() {
            return asked.channelId().equals(channelId)
                    && (asked.currency() == null || asked.currency().equals(currency));
        }

        @Override
        public Refusal refusal() {
            return new Refusal(ErrorCode.PAYOUT_FIXED, "There is another payout of this id.");
        }
    }

    /** P6. */
    record APayoutIsSettledBetweenItsApprovalAndNow(Instant settledAt, Instant approvedAt, Instant now)
            implements Rule {

        @Override
        public boolean holds() {
            return !settledAt.isBefore(approvedAt) && !settledAt.isAfter(now);
        }

        @Override
        public Refusal refusal() {
            return new Refusal(
                    ErrorCode.SETTLED_AT_INVALID,
                    "settledAt must be from " + approvedAt + ", the approval, to " + now + ", now.");
        }
    }
}
