package dev.creatorledger.query.payout;

/** Where a payout stands, as callers read it (P4). */
public enum PayoutStatus {
    REQUESTED,
    APPROVED,
    SENT,
    SETTLED,
    REJECTED,
    CANCELLED,
    FAILED,
    RETURNED
}
