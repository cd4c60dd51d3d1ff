package dev.creatorledger.command.channel;

import java.time.Instant;

/**
 * Where a channel stands in the ad-revenue programme (A2).
 *
 * @param status the present state
 * @param beforeApplying the state to which withdrawing an application leads back
 * @param withdrawn whether the last application was withdrawn, and nothing happened since
 * @param enrolment what that means hour by hour
 */
record AdProgramme(Status status, Status beforeApplying, boolean withdrawn, Enrolment enrolment) {

    /** The states of A2. */
    enum Status {
        NOT_ENROLLED,
        APPLIED,
        REJECTED,
        ENROLLED,
        SUSPENDED,
        LEFT
    }

    /** Of a channel that never applied. */
    static final AdProgramme NONE = new AdProgramme(Status.NOT_ENROLLED, Status.NOT_ENROLLED, false, Enrolment.NEVER);

    boolean is(Status asked) {
        return status == asked;
    }

    AdProgramme applied() {
        return new AdProgramme(Status.APPLIED, status, false, enrolment);
    }

    AdProgramme applicationWithdrawn() {
        return new AdProgramme(beforeApplying, beforeApplying, true, enrolment);
    }

    /** The same place in another state, with another enrolment. */
    AdProgramme turned(Status next, Enrolment changed) {
        return new AdProgramme(next, next, false, changed);
    }

    /** The same place with another share from an hour on. */
    AdProgramme shareFrom(Instant effectiveFrom, int shareBps) {
        return new AdProgramme(status, beforeApplying, withdrawn, enrolment.shareFrom(effectiveFrom, shareBps));
    }
}
