package dev.creatorledger.command.network;

import dev.creatorledger.command.channel.ProgrammeCommand.JoinNetwork;
import dev.creatorledger.command.channel.ProgrammeCommand.LeaveNetwork;
import dev.creatorledger.command.config.CommandAnswer;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.config.Stored;
import dev.creatorledger.command.network.NetworkCommand.AcceptTerms;
import dev.creatorledger.command.network.NetworkCommand.AddChannel;
import dev.creatorledger.command.network.NetworkCommand.AskChannels;
import dev.creatorledger.command.network.NetworkCommand.RegisterNetwork;
import dev.creatorledger.command.network.NetworkCommand.RemoveChannel;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.network.NetworkId;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Violation;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Networks over HTTP: registration, their channels, and memberships for all of them (B2, B22). */
@RestController
class NetworkRoutes {

    private static final String NETWORK = "/v1/networks/{networkId}";
    private static final int MAX_NAME = 200;

    private final Commands commands;
    private final TurningOn turningOn;
    private final StoredEvents events;

    NetworkRoutes(Commands commands, TurningOn turningOn, StoredEvents events) {
        this.commands = commands;
        this.turningOn = turningOn;
        this.events = events;
    }

    /** Registers a network, or gives its name anew. */
    @PostMapping(NETWORK)
    ResponseEntity<CommandAnswer> register(
            @PathVariable String networkId, @RequestBody NetworkBody body, CallContext context) {
        NetworkId id = new NetworkId(networkId);
        Fields fields = new Fields();
        String name = fields.text("name", body.name(), MAX_NAME);
        fields.check();
        RegisterNetwork command = new RegisterNetwork(id, name, fields.flag(body.termsAccepted()));
        return CommandAnswer.respond(commands.execute(command, id, context));
    }

    /** Adds a channel; it leaves the network that it was in. Channel and networks change in one commit. */
    @PutMapping(NETWORK + "/channels/{channelId}")
    ResponseEntity<CommandAnswer> add(
            @PathVariable String networkId, @PathVariable String channelId, CallContext context) {
        NetworkId id = new NetworkId(networkId);
        ChannelId channel = new ChannelId(channelId);
        JoinNetwork join = new JoinNetwork(channel, id);
        return CommandAnswer.respond(commands.together(join, id, context, unit -> {
            Optional<NetworkId> before = unit.send(join);
            unit.send(new AddChannel(id, channel));
            before.ifPresent(left -> unit.send(new RemoveChannel(left, channel)));
        }));
    }

    /** Removes a channel. */
    @DeleteMapping(NETWORK + "/channels/{channelId}")
    ResponseEntity<CommandAnswer> remove(
            @PathVariable String networkId, @PathVariable String channelId, CallContext context) {
        NetworkId id = new NetworkId(networkId);
        ChannelId channel = new ChannelId(channelId);
        LeaveNetwork leave = new LeaveNetwork(channel, id);
        return CommandAnswer.respond(commands.together(leave, id, context, unit -> {
            unit.send(leave);
            unit.send(new RemoveChannel(id, channel));
        }));
    }

    /** Turns memberships on for each channel that may, and says of the others why not. */
    @PostMapping(NETWORK + "/membership-programme:enable")
    ResponseEntity<ResultsJson> enable(
            @PathVariable String networkId,
            @RequestBody(required = false) @Nullable TermsBody body,
            Caller caller,
            CallContext context) {
        NetworkId id = new NetworkId(networkId);
        caller.mayActForNetwork(id);
        List<ChannelId> channels = commands.ask(new AskChannels(id), context);
        long accepted = 0;
        if (body != null && Boolean.TRUE.equals(body.termsAccepted())) {
            accepted = commands.execute(new AcceptTerms(id), id, context).position();
        }
        return turned(accepted, channels, channel -> turningOn.enable(channel, false, context));
    }

    /** Leaves the pause of each channel that may, and says of the others why not. */
    @PostMapping(NETWORK + "/membership-programme:resume")
    ResponseEntity<ResultsJson> resume(@PathVariable String networkId, Caller caller, CallContext context) {
        NetworkId id = new NetworkId(networkId);
        caller.mayActForNetwork(id);
        List<ChannelId> channels = commands.ask(new AskChannels(id), context);
        return turned(0, channels, channel -> turningOn.resume(channel, context));
    }

    /** Each channel in a commit of its own: what was turned on before a crash stays so, and a repeat goes on. */
    private ResponseEntity<ResultsJson> turned(
            long before, List<ChannelId> channels, Function<ChannelId, Stored> turn) {
        List<ResultJson> results = new ArrayList<>(channels.size());
        long position = before;
        for (ChannelId channel : channels) {
            try {
                position = Math.max(position, turn.apply(channel).position());
                results.add(new ResultJson(channel.value(), Result.ON, List.of()));
            } catch (Refusal refusal) {
                if (refusal.code().status() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
                    throw refusal; // nothing is decided of this channel: a repeat goes on from here
                }
                results.add(new ResultJson(channel.value(), Result.REFUSED, violations(refusal)));
            }
        }
        return ResponseEntity.ok(new ResultsJson(results, Long.toString(position == 0 ? events.head() : position)));
    }

    private static List<Violation> violations(Refusal refusal) {
        return refusal.violations().isEmpty()
                ? List.of(new Violation(refusal.code().name(), null, null, null))
                : refusal.violations();
    }

    record NetworkBody(@Nullable String name, @Nullable Boolean termsAccepted) {}

    record TermsBody(@Nullable Boolean termsAccepted) {}

    /** What came of turning a channel's memberships on. */
    enum Result {
        ON,
        REFUSED
    }

    /** What came of one channel. */
    record ResultJson(String channelId, Result status, List<Violation> violations) {}

    /**
     * What came of all channels.
     *
     * @param position at which all of it is stored; the newest one known if nothing was turned on
     */
    record ResultsJson(List<ResultJson> results, String position) {}
}
