package dev.creatorledger.query.channel;

/** The states of a channel in the ad-revenue programme (A2), as callers read them and as they are stored. */
public enum AdProgrammeStatus {
    NOT_ENROLLED,
    APPLIED,
    REJECTED,
    ENROLLED,
    SUSPENDED,
    LEFT
}
