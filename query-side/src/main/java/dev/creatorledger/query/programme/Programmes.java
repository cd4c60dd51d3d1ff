package dev.creatorledger.query.programme;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.Tier;
import dev.creatorledger.query.view.DocumentReader;
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

    /** Reads from the views in a database. */
    public Programmes(MongoDatabase database) {
        programmes = new DocumentReader<>(database, ProgrammeDocument.PROJECTION);
        networks = new DocumentReader<>(database, NetworkDocument.PROJECTION);
    }

    /** The programme of a channel; off, if nothing ever happened to it. */
    ProgrammeDocument find(ChannelId channelId) {
        ProgrammeDocument programme = programmes.find(channelId.value());
        return programme == null ? new ProgrammeDocument(channelId.value()) : programme;
    }

    /** Whether a network has accepted the terms; null for the network of a channel that belongs to none. */
    @Nullable
    Boolean networkTerms(@Nullable String networkId) {
        if (networkId == null) {
            return null;
        }
        NetworkDocument network = networks.find(networkId);
        return network != null && network.termsAccepted;
    }

    /** Whether the programme of a channel is on: if not, its members have no perks (B21). */
    public boolean isOn(ChannelId channelId) {
        return find(channelId).status == ProgrammeStatus.ON;
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
