package dev.creatorledger.events.channel;

import dev.creatorledger.events.person.Personal;

/**
 * The person whose channel it is.
 *
 * @param name the owner's name as registered, sealed (U7)
 */
public record Owner(Personal name) {}
