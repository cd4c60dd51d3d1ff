package dev.creatorledger.query.programme;

/**
 * What the view of channels knows of one that decides on memberships (B1).
 *
 * @param adProgramme where it stands in the ad-revenue programme
 * @param country its country
 * @param madeForKids whether it is made for kids
 * @param videos how many videos it has
 * @param madeForKidsVideos how many of them are made for kids
 * @param ineligibleVideos how many of them are made for kids or have a music claim
 */
public record ChannelFacts(
        String adProgramme,
        String country,
        boolean madeForKids,
        long videos,
        long madeForKidsVideos,
        long ineligibleVideos) {}
