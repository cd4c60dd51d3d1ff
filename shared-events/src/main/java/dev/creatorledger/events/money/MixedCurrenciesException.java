package dev.creatorledger.events.money;

import java.util.Currency;

/** Two amounts of different currencies met in one calculation; nothing is ever converted (M1, M2). */
public final class MixedCurrenciesException extends ArithmeticException {

    private static final long serialVersionUID = 1L;

    /** Names both currencies. */
    public MixedCurrenciesException(Currency one, Currency other) {
        super("cannot calculate with " + one + " and " + other);
    }
}
