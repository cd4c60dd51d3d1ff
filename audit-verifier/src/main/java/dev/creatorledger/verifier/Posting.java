package dev.creatorledger.verifier;

/**
 * A line of an entry.
 *
 * @param account its name
 * @param currency ISO 4217
 * @param micros above zero a debit, below zero a credit
 */
public record Posting(String account, String currency, long micros) {}
