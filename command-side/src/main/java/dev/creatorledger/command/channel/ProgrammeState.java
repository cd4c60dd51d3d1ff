package dev.creatorledger.command.channel;

import dev.creatorledger.command.channel.ProgrammeCommand.CountVideos;
import dev.creatorledger.command.channel.ProgrammeTerms.Status;
import dev.creatorledger.command.channel.ProgrammeTerms.Turn;
import dev.creatorledger.command.channel.ProgrammeTerms.TurnKind;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.ProgrammeEvent.TierSet;
import dev.creatorledger.events.membership.ProgrammeEvent.VideosCounted;
import dev.creatorledger.events.membership.ProgrammeEvidence;
import dev.creatorledger.events.network.NetworkId;
import dev.creatorledger.platform.membership.ProgrammeFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a later decision needs to know of a membership programme: filled from its events alone. */
final class ProgrammeState {

    private final Tiers tiers = new Tiers();
    private final PauseCauses causes = new PauseCauses();
    private final List<Turn> turns = new ArrayList<>();

    private long videos;
    private long madeForKidsVideos;
    private long ineligibleVideos;
    private Status status = Status.OFF;
    private @Nullable NetworkId network;
    private @Nullable Instant pausedSince;
    private boolean termsAccepted;
    private boolean refundsRunning;

    /**
     * What members go by, made when somebody asks for it first; null once anything of it has changed. No part of the
     * state: it follows from the rest.
     */
    private transient @Nullable ProgrammeTerms terms;

    int size() {
        return tiers.size() + turns.size();
    }

    Tiers tiers() {
        return tiers;
    }

    PauseCauses causes() {
        return causes;
    }

    Status status() {
        return status;
    }

    /** The number of the last turn; 0 before the first (B27). */
    long turn() {
        return turns.size();
    }

    @Nullable
    NetworkId network() {
        return network;
    }

    /** Since when the programme is paused, if it is: a further cause restarts nothing (B24). */
    @Nullable
    Instant pausedSince() {
        return pausedSince;
    }

    /** Whether the channel accepted the terms when it turned memberships on before. */
    boolean termsAccepted() {
        return termsAccepted;
    }

    /** Whether members of a terminated programme are still to be ended and refunded. */
    boolean refundsRunning() {
        return refundsRunning;
    }

    ProgrammeTerms terms(ChannelId channelId) {
        ProgrammeTerms known = terms;
        if (known == null) {
            known = new ProgrammeTerms(channelId, status, turns, tiers.byId());
            terms = known;
        }
        return known;
    }

    ProgrammeFacts facts(
            AdProgramme.Status adProgramme,
            ChannelFacts channel,
            boolean accepted,
            @Nullable Boolean networkTermsAccepted) {
        return new ProgrammeFacts(
                adProgramme.name(),
                channel.country(),
                channel.madeForKids(),
                videos,
                madeForKidsVideos,
                ineligibleVideos,
                accepted,
                networkTermsAccepted,
                causes.all());
    }

    ProgrammeEvidence evidence(ChannelFacts channel, @Nullable Boolean networkTermsAccepted, int policyVersion) {
        return new ProgrammeEvidence(
                channel.country(),
                channel.madeForKids(),
                videos,
                madeForKidsVideos,
                ineligibleVideos,
                network,
                Boolean.TRUE.equals(networkTermsAccepted),
                policyVersion);
    }

    VideosCounted counted(CountVideos command) {
        return new VideosCounted(
                command.channelId(),
                videos + command.videos(),
                madeForKidsVideos + command.madeForKids(),
                ineligibleVideos + command.ineligible());
    }

    void count(VideosCounted event) {
        videos = event.videos();
        madeForKidsVideos = event.madeForKids();
        ineligibleVideos = event.ineligible();
    }

    void joined(@Nullable NetworkId joined) {
        network = joined;
    }

    void tierSet(TierSet event) {
        tiers.set(event);
        terms = null;
    }

    void enabled(long turn, Instant at) {
        termsAccepted = true;
        turned(Status.ON, new Turn(turn, TurnKind.ON, at, null));
    }

    void paused(long turn, Instant at) {
        turned(Status.PAUSED, new Turn(turn, TurnKind.PAUSED, at, null));
        pausedSince = at;
    }

    void resumed(long turn, Instant at) {
        turned(Status.ON, new Turn(turn, TurnKind.RESUMED, at, null));
    }

    void terminated(long turn, EndReason reason, Instant at) {
        turned(Status.TERMINATED, new Turn(turn, TurnKind.TERMINATED, at, reason));
        refundsRunning = true;
    }

    void refundsBooked() {
        refundsRunning = false;
    }

    private void turned(Status next, Turn turn) {
        status = next;
        turns.add(turn);
        pausedSince = null;
        terms = null;
    }
}
