package dev.creatorledger.command.channel;

import dev.creatorledger.command.config.CommandAnswer;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.channel.Owner;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Channels over HTTP: registration and followers (C1, C5). */
@RestController
class ChannelRoutes {

    private static final int MAX_NAME = 200;
    /** Far above mankind, far below what a sum of them could overflow with. */
    private static final long MAX_FOLLOWERS = 1_000_000_000_000L;

    private final Commands commands;

    ChannelRoutes(Commands commands) {
        this.commands = commands;
    }

    /** Registers a channel, or changes its details. */
    @PutMapping("/v1/channels/{channelId}")
    ResponseEntity<CommandAnswer> register(
            @PathVariable String channelId, @RequestBody ChannelBody body, CallContext context) {
        ChannelId id = new ChannelId(channelId);
        return CommandAnswer.respond(commands.execute(body.command(id), id, context));
    }

    /** Takes the number of followers. */
    @PutMapping("/v1/channels/{channelId}/audience")
    ResponseEntity<CommandAnswer> reportFollowers(
            @PathVariable String channelId, @RequestBody AudienceBody body, CallContext context) {
        ChannelId id = new ChannelId(channelId);
        return CommandAnswer.respond(commands.execute(body.command(id), id, context));
    }

    record ChannelBody(
            @Nullable String title,
            @Nullable OwnerBody owner,
            @Nullable String country,
            @Nullable String currency,
            @Nullable Boolean madeForKids) {

        RegisterChannel command(ChannelId channelId) {
            Fields fields = new Fields();
            RegisterChannel command = new RegisterChannel(
                    channelId,
                    new Owner(fields.text("owner.name", owner == null ? null : owner.name(), MAX_NAME)),
                    fields.text("title", title, MAX_NAME),
                    fields.country("country", country),
                    fields.currency("currency", currency),
                    fields.flag(madeForKids));
            fields.check();
            return command;
        }
    }

    record OwnerBody(@Nullable String name) {}

    record AudienceBody(@Nullable Long followers) {

        ReportFollowers command(ChannelId channelId) {
            Fields fields = new Fields();
            ReportFollowers command =
                    new ReportFollowers(channelId, fields.number("followers", followers, 0, MAX_FOLLOWERS));
            fields.check();
            return command;
        }
    }
}
