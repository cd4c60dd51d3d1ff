package dev.creatorledger.query.journal;

import dev.creatorledger.events.money.Money;

/**
 * A line of a journal entry.
 *
 * @param account where it goes
 * @param amount how much; above zero is a debit, below zero a credit
 */
public record Posting(Account account, Money amount) {}
