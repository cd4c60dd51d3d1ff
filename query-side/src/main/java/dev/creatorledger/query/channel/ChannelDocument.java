package dev.creatorledger.query.channel;

import dev.creatorledger.events.channel.AdEvidence;
import dev.creatorledger.events.channel.ChannelEvent.AdApplicationWithdrawn;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeApplied;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeApproved;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeLeft;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeReinstated;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeRejected;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeSuspended;
import dev.creatorledger.events.channel.ChannelEvent.AdShareChanged;
import dev.creatorledger.events.channel.ChannelEvent.ChannelDetailsChanged;
import dev.creatorledger.events.channel.ChannelEvent.ChannelMadeForKidsChanged;
import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelEvent.OwnerErased;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.query.view.Projection;
import dev.creatorledger.query.view.ViewDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about a channel and its place in the ad-revenue programme (C1, C5, A2, A3). */
final class ChannelDocument extends ViewDocument {

    /** The projection of channel events. */
    static final Projection<ChannelDocument> PROJECTION = Projection.into("channels", new ChannelForm())
            .on(ChannelRegistered.class, e -> e.channelId().value(), ChannelDocument::registered)
            .on(ChannelDetailsChanged.class, e -> e.channelId().value(), ChannelDocument::described)
            .on(ChannelMadeForKidsChanged.class, e -> e.channelId().value(), ChannelDocument::madeForKidsChanged)
            .on(OwnerErased.class, e -> e.channelId().value(), (channel, e) -> channel.ownerErased())
            .on(FollowersReported.class, e -> e.channelId().value(), ChannelDocument::followed)
            .on(AdProgrammeApplied.class, e -> e.channelId().value(), (channel, e) -> channel.applied())
            .on(AdApplicationWithdrawn.class, e -> e.channelId().value(), (channel, e) -> channel.withdrawn())
            .on(AdProgrammeApproved.class, e -> e.channelId().value(), ChannelDocument::approved)
            .on(AdProgrammeRejected.class, e -> e.channelId().value(), (c, e) -> c.turned(AdProgrammeStatus.REJECTED))
            .on(AdProgrammeSuspended.class, e -> e.channelId().value(), (c, e) -> c.turned(AdProgrammeStatus.SUSPENDED))
            .on(AdProgrammeReinstated.class, e -> e.channelId().value(), (c, e) -> c.turned(AdProgrammeStatus.ENROLLED))
            .on(AdProgrammeLeft.class, e -> e.channelId().value(), (c, e) -> c.turned(AdProgrammeStatus.LEFT))
            .on(AdShareChanged.class, e -> e.channelId().value(), ChannelDocument::shareChanged)
            .kept(id -> List.of(ChannelId.PREFIX + id))
            .build();

    /** The owner's name as it is sealed; gone once the owner was erased (U7). */
    @Nullable
    Personal ownerName;

    String title = "";
    String country = "";
    String currency = "";
    boolean madeForKids;
    long followers;
    AdProgrammeStatus status = AdProgrammeStatus.NOT_ENROLLED;
    AdProgrammeStatus statusBeforeApplying = AdProgrammeStatus.NOT_ENROLLED;
    final ShareTimeline share = new ShareTimeline();

    /** What the last approval was decided on, so that it explains itself. */
    @Nullable
    AdEvidence approval;

    ChannelDocument(String id) {
        super(id);
    }

    private boolean registered(ChannelRegistered event) {
        ownerName = event.owner().name();
        title = event.title();
        country = event.country();
        currency = event.currency().getCurrencyCode();
        madeForKids = event.madeForKids();
        return true;
    }

    private boolean described(ChannelDetailsChanged event) {
        ownerName = event.owner().name();
        title = event.title();
        country = event.country();
        return true;
    }

    private boolean ownerErased() {
        ownerName = null;
        return true;
    }

    private boolean madeForKidsChanged(ChannelMadeForKidsChanged event) {
        madeForKids = event.madeForKids();
        return true;
    }

    private boolean followed(FollowersReported event) {
        followers = event.followers();
        return true;
    }

    private boolean applied() {
        statusBeforeApplying = status;
        return turned(AdProgrammeStatus.APPLIED);
    }

    private boolean withdrawn() {
        return turned(statusBeforeApplying);
    }

    private boolean approved(AdProgrammeApproved event) {
        share.reset(event.shareBps());
        approval = event.evidence();
        return turned(AdProgrammeStatus.ENROLLED);
    }

    private boolean shareChanged(AdShareChanged event) {
        share.change(event.effectiveFrom(), event.shareBps());
        return true;
    }

    private boolean turned(AdProgrammeStatus next) {
        status = next;
        return true;
    }
}
