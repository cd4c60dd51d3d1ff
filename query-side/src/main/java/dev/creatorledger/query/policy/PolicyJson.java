package dev.creatorledger.query.policy;

import java.util.List;

/**
 * A policy as callers read it.
 *
 * @param inForce the number of the version in force now
 * @param versions all of them, the one that was set last first
 */
record PolicyJson(String name, int inForce, List<PolicyVersionJson> versions) {}
