package dev.creatorledger.query.refund;

/** Whether a refund has been paid back, as callers read it. */
public enum RefundStatus {
    DUE,
    SETTLED
}
