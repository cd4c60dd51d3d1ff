package dev.creatorledger.events.membership;

import dev.creatorledger.events.network.NetworkId;
import org.jspecify.annotations.Nullable;

/**
 * What the decision to turn memberships on was taken on, so that an old decision explains itself (B1).
 *
 * @param country the channel's
 * @param madeForKids whether the channel is made for kids
 * @param videos how many videos are registered
 * @param madeForKidsVideos how many of them are made for kids
 * @param ineligibleVideos how many of them are made for kids or have a music claim
 * @param networkId the network that the channel belongs to, if it does
 * @param networkTermsAccepted whether that network has accepted the terms
 * @param policyVersion the version of the policy that the requirements come from (V1)
 */
public record ProgrammeEvidence(
        String country,
        boolean madeForKids,
        long videos,
        long madeForKidsVideos,
        long ineligibleVideos,
        @Nullable NetworkId networkId,
        boolean networkTermsAccepted,
        int policyVersion) {}
