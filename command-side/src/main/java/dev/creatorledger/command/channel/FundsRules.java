package dev.creatorledger.command.channel;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Rule;
import dev.creatorledger.platform.refusal.Violation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every rule that a request for a payout can break, each a sentence. */
final class FundsRules {

    private FundsRules() {}

    /** P1: exactly the threshold is not enough. */
    record ABalanceAboveItsThresholdIsPaidOut(Total available, Optional<Money> threshold) implements Rule {

        @Override
        public boolean holds() {
            return threshold
                    .filter(least -> available.compareTo(Total.of(least)) > 0)
                    .isPresent();
        }

        @Override
        public Refusal refusal() {
            if (threshold.isEmpty()) {
                return new Refusal(
                        ErrorCode.CURRENCY_NOT_PAYABLE,
                        available.currency() + " has no threshold: it is not paid out.");
            }
            String required = "more than " + threshold.get();
            return new Refusal(
                    ErrorCode.BELOW_THRESHOLD,
                    "The available balance must be " + required + ".",
                    List.of(new Violation(ErrorCode.BELOW_THRESHOLD.name(), null, required, available.toString())));
        }
    }

    /** P7: refunds take from the balance when their day is final (L5); until then it is not given away. */
    record WhatRefundsAreAboutToTakeIsNotPaidOut(Total free, Total owed, Optional<Money> threshold) implements Rule {

        @Override
        public boolean holds() {
            return owed.signum() == 0 || new ABalanceAboveItsThresholdIsPaidOut(free, threshold).holds();
        }

        @Override
        public Refusal refusal() {
            return new Refusal(
                    ErrorCode.REFUNDS_RUNNING,
                    "Refunds of " + owed + " are about to be taken from the balance, which leaves " + free
                            + "; try again once their day is final.");
        }
    }

    /** P2. */
    record PayoutsGoToARegisteredAccount(@Nullable BankAccount account) implements Rule {

        @Override
        public boolean holds() {
            return account != null;
        }

        BankAccount checked() {
            check();
            return Objects.requireNonNull(account);
        }

        @Override
        public Refusal refusal() {
            return new Refusal(ErrorCode.NO_BANK_ACCOUNT, "Register a bank account before asking for a payout.");
        }
    }

    /** P3. */
    record OnePayoutIsOpenPerCurrency(Optional<PayoutId> open) implements Rule {

        @Override
        public boolean holds() {
            return open.isEmpty();
        }

        @Override
        public Refusal refusal() {
            String which = open.map(PayoutId::value).orElse("");
            return new Refusal(ErrorCode.PAYOUT_OPEN, "The payout " + which + " is open in this currency.");
        }
    }

    /** P8. */
    record ASuspendedChannelRequestsNothing(boolean suspended) implements Rule {

        @Override
        public boolean holds() {
            return !suspended;
        }

        @Override
        public Refusal refusal() {
            return new Refusal(ErrorCode.CHANNEL_SUSPENDED, "The channel is suspended.");
        }
    }

    /** U7: what an open payout pays to must not be lost. */
    record AnOwnerWithAnOpenPayoutStays(int openPayouts) implements Rule {

        @Override
        public boolean holds() {
            return openPayouts == 0;
        }

        @Override
        public Refusal refusal() {
            return new Refusal(ErrorCode.PAYOUT_OPEN, "A payout of this channel is open.");
        }
    }
}
