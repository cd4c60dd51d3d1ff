package dev.creatorledger.command.config;

/**
 * What a command has come to, once its events are stored.
 *
 * @param id the target as callers write it
 * @param version the last sequence of the target's stream
 * @param position the global position of the command's last event; the newest one known if the command was quiet
 * @param created whether the command began the stream
 */
public record Stored(String id, long version, long position, boolean created) {}
