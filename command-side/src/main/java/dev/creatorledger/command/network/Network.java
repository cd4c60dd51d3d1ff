package dev.creatorledger.command.network;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.command.config.Weighted;
import dev.creatorledger.command.network.NetworkCommand.AcceptTerms;
import dev.creatorledger.command.network.NetworkCommand.AddChannel;
import dev.creatorledger.command.network.NetworkCommand.AskChannels;
import dev.creatorledger.command.network.NetworkCommand.AskTerms;
import dev.creatorledger.command.network.NetworkCommand.RegisterNetwork;
import dev.creatorledger.command.network.NetworkCommand.RemoveChannel;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.network.NetworkEvent.NetworkChannelAdded;
import dev.creatorledger.events.network.NetworkEvent.NetworkChannelRemoved;
import dev.creatorledger.events.network.NetworkEvent.NetworkRegistered;
import dev.creatorledger.events.network.NetworkEvent.NetworkRenamed;
import dev.creatorledger.events.network.NetworkEvent.NetworkTermsAccepted;
import dev.creatorledger.events.network.NetworkId;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A multi-channel network: what it is called, whether it accepted the terms, and its channels (B2). */
@AggregateRoot
class Network implements Weighted {

    private final NavigableSet<String> channels = new TreeSet<>();

    @AggregateIdentifier
    private NetworkId id;

    private @Nullable String title;
    private boolean termsAccepted;

    @SuppressWarnings("NullAway.Init") // Axon makes it, the first event gives it its identity
    Network() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RegisterNetwork command) {
        if (title == null) {
            apply(new NetworkRegistered(command.networkId(), command.name()));
        } else if (!title.equals(command.name())) {
            apply(new NetworkRenamed(id, command.name()));
        }
        if (command.termsAccepted()) {
            acceptTerms();
        }
    }

    @CommandHandler
    void decide(AcceptTerms command) {
        acceptTerms();
    }

    private void acceptTerms() {
        if (!termsAccepted) {
            apply(new NetworkTermsAccepted(id));
        }
    }

    @CommandHandler
    void decide(AddChannel command) {
        if (!channels.contains(command.channelId().value())) {
            apply(new NetworkChannelAdded(id, command.channelId()));
        }
    }

    @CommandHandler
    void decide(RemoveChannel command) {
        if (channels.contains(command.channelId().value())) {
            apply(new NetworkChannelRemoved(id, command.channelId()));
        }
    }

    @CommandHandler
    Boolean decide(AskTerms command) {
        return termsAccepted;
    }

    @CommandHandler
    List<ChannelId> decide(AskChannels command) {
        return channels.stream().map(ChannelId::new).toList();
    }

    @Override
    public int weight() {
        return channels.size();
    }

    @EventSourcingHandler
    void evolve(NetworkRegistered event) {
        id = event.networkId();
        title = event.title();
    }

    @EventSourcingHandler
    void evolve(NetworkRenamed event) {
        title = event.title();
    }

    @EventSourcingHandler
    void evolve(NetworkTermsAccepted event) {
        termsAccepted = true;
    }

    @EventSourcingHandler
    void evolve(NetworkChannelAdded event) {
        channels.add(event.channelId().value());
    }

    @EventSourcingHandler
    void evolve(NetworkChannelRemoved event) {
        channels.remove(event.channelId().value());
    }
}
