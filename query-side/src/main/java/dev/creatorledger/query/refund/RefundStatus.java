package dev.creatorledger.query.refund;

/** Whether a refund has been paid back, as callers read it. */
enum RefundStatus {
    DUE,
    SETTLED
}
