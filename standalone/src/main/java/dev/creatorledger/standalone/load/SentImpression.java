package dev.creatorledger.standalone.load;

/**
 * An impression as a client sends it; the texts are printable ASCII without quotes or backslashes.
 *
 * @param impressionId the client's id
 * @param videoId where it was shown
 * @param adId which ad
 * @param adType of which kind
 * @param shownAtMillis when, in milliseconds since 1970
 * @param watchedMillis how much of the ad was watched, in milliseconds
 * @param netRial what it brought, in whole rial
 */
public record SentImpression(
        String impressionId,
        String videoId,
        String adId,
        String adType,
        long shownAtMillis,
        int watchedMillis,
        long netRial) {}
