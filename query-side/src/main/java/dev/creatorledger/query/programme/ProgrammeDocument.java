package dev.creatorledger.query.programme;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.PauseCause.Opener;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeEnabled;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammePaused;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeResumed;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeTerminated;
import dev.creatorledger.events.membership.ProgrammeEvent.NetworkJoined;
import dev.creatorledger.events.membership.ProgrammeEvent.NetworkLeft;
import dev.creatorledger.events.membership.ProgrammeEvent.PauseCauseClosed;
import dev.creatorledger.events.membership.ProgrammeEvent.PauseCauseOpened;
import dev.creatorledger.events.membership.ProgrammeEvent.TierSet;
import dev.creatorledger.events.membership.Tier;
import dev.creatorledger.query.view.Projection;
import dev.creatorledger.query.view.ViewDocument;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The membership programme of a channel: its state, tiers and causes of pause, and the channel's network. */
final class ProgrammeDocument extends ViewDocument {

    /** The projection of what happens to programmes. */
    static final Projection<ProgrammeDocument> PROJECTION = Projection.into("programmes", new ProgrammeForm())
            .on(NetworkJoined.class, e -> e.channelId().value(), ProgrammeDocument::joined)
            .on(NetworkLeft.class, e -> e.channelId().value(), ProgrammeDocument::left)
            .on(TierSet.class, e -> e.channelId().value(), ProgrammeDocument::tierSet)
            .on(PauseCauseOpened.class, e -> e.channelId().value(), ProgrammeDocument::opened)
            .on(PauseCauseClosed.class, e -> e.channelId().value(), ProgrammeDocument::closed)
            .on(MembershipProgrammeEnabled.class, e -> e.channelId().value(), (programme, e) -> programme.enabled())
            .on(MembershipProgrammePaused.class, e -> e.channelId().value(), ProgrammeDocument::paused)
            .on(MembershipProgrammeResumed.class, e -> e.channelId().value(), (p, e) -> p.turned(ProgrammeStatus.ON))
            .on(
                    MembershipProgrammeTerminated.class,
                    e -> e.channelId().value(),
                    (programme, e) -> programme.turned(ProgrammeStatus.TERMINATED))
            .kept(id -> List.of(ChannelId.PREFIX + id))
            .build();

    ProgrammeStatus status = ProgrammeStatus.OFF;

    /** Whether the channel ever turned memberships on, and so accepted the terms. */
    boolean termsAccepted;

    @Nullable
    String networkId;

    @Nullable
    Instant pausedSince;

    /** Who opened which cause and has not closed it (B20). */
    final Map<PauseCause, Set<Opener>> causes = new EnumMap<>(PauseCause.class);

    /** By identity. */
    final Map<String, Tier> tiers = new TreeMap<>();

    /** The causes that were open during each pause, by the pause's turn: the event that opens one does not name it. */
    final TreeMap<Long, Set<PauseCause>> pauses = new TreeMap<>();

    ProgrammeDocument(String id) {
        super(id);
    }

    @Override
    protected int weight() {
        return 1
                + pauses.size()
                + tiers.values().stream()
                        .mapToInt(tier -> 1 + tier.perks().size())
                        .sum();
    }

    private boolean joined(NetworkJoined event) {
        networkId = event.networkId().value();
        return true;
    }

    private boolean left(NetworkLeft event) {
        if (!event.networkId().value().equals(networkId)) {
            return false;
        }
        networkId = null;
        return true;
    }

    private boolean tierSet(TierSet event) {
        tiers.put(event.tier().tierId().value(), event.tier());
        return true;
    }

    private boolean opened(PauseCauseOpened event) {
        causes.computeIfAbsent(event.cause(), cause -> EnumSet.noneOf(Opener.class))
                .add(event.openedBy());
        Map.Entry<Long, Set<PauseCause>> last = pauses.lastEntry();
        if (last != null && status == ProgrammeStatus.PAUSED) {
            last.getValue().add(event.cause());
        }
        return true;
    }

    private boolean closed(PauseCauseClosed event) {
        Set<Opener> openers = causes.get(event.cause());
        if (openers == null || !openers.remove(event.openedBy())) {
            return false;
        }
        if (openers.isEmpty()) {
            causes.remove(event.cause());
        }
        return true;
    }

    private boolean enabled() {
        termsAccepted = true;
        return turned(ProgrammeStatus.ON);
    }

    private boolean paused(MembershipProgrammePaused event) {
        Set<PauseCause> open = EnumSet.of(event.cause());
        open.addAll(causes.keySet());
        pauses.put(event.turn(), open);
        turned(ProgrammeStatus.PAUSED);
        pausedSince = event.pausedAt();
        return true;
    }

    private boolean turned(ProgrammeStatus next) {
        status = next;
        pausedSince = null;
        return true;
    }

    /** Whether a viewer can join: it is on, and a tier takes new members (B3, B10). */
    boolean joinable() {
        return status == ProgrammeStatus.ON && !tiers.values().stream().allMatch(Tier::closed);
    }
}
