package dev.creatorledger.standalone.demo;

import dev.creatorledger.standalone.load.SentImpression;

/**
 * An impression of the demo and the way it takes.
 *
 * @param impression what is sent
 * @param video where it was shown
 * @param route how it is sent
 */
record DemoImpression(SentImpression impression, DemoVideo video, Route route) {

    /** How an impression is sent. */
    enum Route {
        /** Of the last hours, into windows that are open. */
        LIVE,
        /** Of days ago, under the demo's backfill. */
        BACKFILL,
        /** Of days ago without a backfill: too late (A8). */
        LATE
    }
}
