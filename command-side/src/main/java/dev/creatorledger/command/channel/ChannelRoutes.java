package dev.creatorledger.command.channel;

import dev.creatorledger.command.config.CommandAnswer;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.channel.Owner;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.PersonalField;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.Fields;
import java.util.Currency;
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
    private final PersonalCodec codec;

    ChannelRoutes(Commands commands, PersonalCodec codec) {
        this.commands = commands;
        this.codec = codec;
    }

    /** Registers a channel, or changes its details. */
    @PutMapping("/v1/channels/{channelId}")
    ResponseEntity<CommandAnswer> register(
            @PathVariable String channelId, @RequestBody ChannelBody body, CallContext context) {
        ChannelId id = new ChannelId(channelId);
        return CommandAnswer.respond(commands.execute(body.command(id, codec), id, context));
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

        /** The command, the owner's name sealed in it: from here on nobody sees it in clear (U7). */
        RegisterChannel command(ChannelId channelId, PersonalCodec codec) {
            Fields fields = new Fields();
            String name = fields.text("owner.name", owner == null ? null : owner.name(), MAX_NAME);
            String checkedTitle = fields.text("title", title, MAX_NAME);
            String checkedCountry = fields.country("country", country);
            Currency checkedCurrency = fields.currency("currency", currency);
            fields.check();
            return new RegisterChannel(
                    channelId,
                    new Owner(codec.seal(PersonId.owner(channelId), PersonalField.NAME, name)),
                    checkedTitle,
                    checkedCountry,
                    checkedCurrency,
                    fields.flag(madeForKids));
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
