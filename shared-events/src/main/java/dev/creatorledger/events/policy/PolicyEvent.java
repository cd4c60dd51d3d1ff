package dev.creatorledger.events.policy;

import dev.creatorledger.events.LedgerEvent;
import java.time.Instant;

/** What can happen to a policy: a further version of it is set, whole, to be in force from an instant on (V1). */
public sealed interface PolicyEvent extends LedgerEvent {

    /** The policy it happened to. */
    PolicyName policyName();

    /** From when the version is in force, until one with a later time is. */
    Instant effectiveFrom();

    /** A version of the figures of the ad-revenue programme. */
    record AdPolicySet(Instant effectiveFrom, AdPolicy policy) implements PolicyEvent {
        @Override
        public PolicyName policyName() {
            return PolicyName.AD_REVENUE;
        }
    }

    /** A version of the figures of payouts. */
    record PayoutPolicySet(Instant effectiveFrom, PayoutPolicy policy) implements PolicyEvent {
        @Override
        public PolicyName policyName() {
            return PolicyName.PAYOUTS;
        }
    }

    /** A version of the figures of memberships. */
    record MembershipPolicySet(Instant effectiveFrom, MembershipPolicy policy) implements PolicyEvent {
        @Override
        public PolicyName policyName() {
            return PolicyName.MEMBERSHIPS;
        }
    }
}
