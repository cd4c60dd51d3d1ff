package dev.creatorledger.events.channel;

import java.time.LocalDate;

/**
 * The figures an eligibility decision was taken on, so that an old decision explains itself (A1, A2).
 *
 * @param decisionDay the UTC day of the decision
 * @param followers followers on that day
 * @param requiredFollowers the least number of followers
 * @param watchSeconds seconds watched of original production in the months before, decision day included
 * @param requiredWatchSeconds the least number of seconds
 * @param policyVersion the version of the policy that the requirements come from (V1)
 */
public record AdEvidence(
        LocalDate decisionDay,
        long followers,
        long requiredFollowers,
        long watchSeconds,
        long requiredWatchSeconds,
        int policyVersion) {}
