package dev.creatorledger.standalone.demo;

/**
 * A channel of the demo.
 *
 * @param id its id
 * @param title its title
 * @param standing whether it will be eligible, and what it is short of if not (A1)
 * @param followers its followers
 * @param watchSeconds watch time of its first video, over all days
 * @param shareBps the share it is approved with (A3)
 * @param weight its part of the impressions, relative to the others'
 * @param rialPerImpression the mean of what an impression on it brings
 */
record DemoChannel(
        String id,
        String title,
        Standing standing,
        long followers,
        long watchSeconds,
        int shareBps,
        double weight,
        long rialPerImpression) {

    /** Whether a channel meets the conditions of the ad-revenue programme. */
    enum Standing {
        ELIGIBLE,
        SHORT_OF_FOLLOWERS,
        SHORT_OF_WATCH_TIME
    }
}
