package dev.creatorledger.events.membership;

import dev.creatorledger.events.money.Money;

/**
 * What a member paid, and who gets what of it (B5, M3); a refund reverses it as it stands (M4).
 *
 * @param amount what was paid, tax included; the sum of the others
 * @param creatorPart the creator's
 * @param platformPart the platform's
 * @param tax the state's
 */
public record PaymentSplit(Money amount, Money creatorPart, Money platformPart, Money tax) {

    /**
     * Splits a payment.
     *
     * @param shareBps the creator's share of what is left without tax, basis points
     * @throws ArithmeticException if the tax is of another currency
     */
    public static PaymentSplit of(Money amount, Money tax, int shareBps) {
        Money net = amount.minus(tax);
        Money creatorPart = net.creatorPart(shareBps);
        return new PaymentSplit(amount, creatorPart, net.minus(creatorPart), tax);
    }
}
