package dev.creatorledger.events.channel;

/**
 * The person whose channel it is.
 *
 * @param name the owner's name as registered; personal data
 */
public record Owner(String name) {}
