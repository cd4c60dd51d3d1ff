package dev.creatorledger.command.channel;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Rule;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

/** Every rule that a bank account can break, each a sentence; what is refused is not repeated to the caller (U7). */
final class BankAccountRules {

    private BankAccountRules() {}

    /** P2: the country's form and the check digits of ISO 7064 mod 97-10. */
    record AnIbanIsValid(String iban) implements Rule {

        @Override
        public boolean holds() {
            try {
                IbanUtil.validate(iban);
                return true;
            } catch (Iban4jException | IllegalArgumentException e) {
                return false;
            }
        }

        @Override
        public Refusal refusal() {
            return new Refusal(
                    ErrorCode.INVALID_IBAN, "The IBAN is not of its country's form, or its check digits differ.");
        }
    }

    /** P2. */
    record AnAccountBelongsToTheOwner(String holder, String owner) implements Rule {

        @Override
        public boolean holds() {
            return PersonName.folded(holder).equals(PersonName.folded(owner));
        }

        @Override
        public Refusal refusal() {
            return new Refusal(
                    ErrorCode.HOLDER_NOT_OWNER, "The account must be held in the name of the channel's owner.");
        }
    }
}
