package dev.creatorledger.query.programme;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.Tier;
import dev.creatorledger.query.view.AsOf.Moment;
import dev.creatorledger.query.view.DocumentReader;
import dev.creatorledger.query.view.Past;
import dev.creatorledger.query.view.Projection;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads membership programmes. */
public final class Programmes {

    /** What fills their collections: a part of the view of channels. */
    public static final List<Projection<?>> PROJECTIONS =
            List.of(ProgrammeDocument.PROJECTION, NetworkDocument.PROJECTION);

    private final DocumentReader<ProgrammeDocument> programmes;
    private final DocumentReader<NetworkDocument> networks;
    private final Past past;

    /** Reads from the views in a database. */
    public Programmes(MongoDatabase database, Past past) {
        this.past = past;
        programmes = new DocumentReader<>(database, ProgrammeDocument.PROJECTION);
        networks = new DocumentReader<>(database, NetworkDocument.PROJECTION);
    }

    /** The programme of a channel; off, if nothing ever happened to it. */
    private ProgrammeDocument find(ChannelId channelId) {
        return find(channelId, null);
    }

    /** The programme that a channel had at a moment; absent for now. */
    ProgrammeDocument find(ChannelId channelId, @Nullable Moment moment) {
        String id = channelId.value();
        ProgrammeDocument programme =
                moment == null ? programmes.find(id) : past.find(ProgrammeDocument.PROJECTION, id, moment.position());
        return programme == null ? new ProgrammeDocument(id) : programme;
    }

    /** Whether a network has accepted the terms; null for the network of a channel that belongs to none. */
    @Nullable
    Boolean networkTerms(@Nullable String networkId, @Nullable Moment moment) {
        if (networkId == null) {
            return null;
        }
        NetworkDocument network = moment == null
                ? networks.find(networkId)
                : past.find(NetworkDocument.PROJECTION, networkId, moment.position());
        return network != null && network.termsAccepted;
    }

    /** Whether the programme of a channel is on: if not, its members have no perks (B21). */
    public boolean isOn(ChannelId channelId) {
        return isOn(channelId, null);
    }

    /** Whether it was on at a moment; absent for now. */
    public boolean isOn(ChannelId channelId, @Nullable Moment moment) {
        return find(channelId, moment).status == ProgrammeStatus.ON;
    }

    /** The tiers of a channel by their ranks, the lowest first (B3). */
    public List<Tier> tiers(ChannelId channelId) {
        return find(channelId).tiers.values().stream()
                .sorted(Comparator.comparingInt(Tier::rank))
                .toList();
    }

    /**
     * The causes that were open during the pauses of channels.
     *
     * @return by channel, then by the pause's turn
     */
    public Map<String, Map<Long, Set<PauseCause>>> causesOfPauses(Collection<String> channelIds) {
        Map<String, Map<Long, Set<PauseCause>>> causes = new HashMap<>();
        programmes
                .find(channelIds.stream().distinct().toList())
                .forEach(programme -> causes.put(programme.id(), programme.pauses));
        return causes;
    }
}
