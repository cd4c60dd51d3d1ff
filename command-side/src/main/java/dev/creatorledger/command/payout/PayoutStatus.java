package dev.creatorledger.command.payout;

/** Where a payout stands (P4). */
enum PayoutStatus {
    REQUESTED,
    APPROVED,
    SENT,
    SETTLED,
    REJECTED,
    CANCELLED,
    FAILED,
    RETURNED
}
