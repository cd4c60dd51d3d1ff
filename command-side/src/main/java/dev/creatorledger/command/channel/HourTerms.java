package dev.creatorledger.command.channel;

import java.time.Instant;

/**
 * The terms of one hour of a channel (A3, A4).
 *
 * @param hour the first instant of the hour
 * @param open whether impressions of the hour can be booked; a channel never approved has no open hour
 * @param shareBps the creator's share in basis points; 0 for a channel never approved
 * @param policyVersion the version of the policy in force at the start of the hour (V1)
 */
public record HourTerms(Instant hour, boolean open, int shareBps, int policyVersion) {}
