package dev.creatorledger.events.person;

/**
 * What is known of a person (U7). The names are part of what is sealed: they never change, or nothing opens any more.
 */
public enum PersonalField {
    /** The name of an owner or a member. */
    NAME,
    /** The bank account that payouts go to. */
    IBAN,
    /** Whom the bank account belongs to. */
    HOLDER
}
