package dev.creatorledger.events.payout;

import dev.creatorledger.events.person.Personal;

/**
 * Where payouts go (P2): personal data both.
 *
 * @param iban the account's IBAN, without spaces, sealed
 * @param holder whom it belongs to, sealed
 */
public record BankAccount(Personal iban, Personal holder) {}
