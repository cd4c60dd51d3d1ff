package dev.creatorledger.command.membership;

import dev.creatorledger.command.config.CommandAnswer;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.membership.MembershipCommand.AskMembership;
import dev.creatorledger.command.membership.MembershipCommand.CancelMembership;
import dev.creatorledger.command.membership.MembershipCommand.ChangeTier;
import dev.creatorledger.command.membership.MembershipCommand.MembershipFacts;
import dev.creatorledger.command.membership.MembershipCommand.StartMembership;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MemberId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.Platform;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.events.person.PersonalField;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Memberships over HTTP: joining, cancelling, changing tier (B10, B13, B14). */
@RestController
class MembershipRoutes {

    private static final int MAX_NAME = 200;
    private static final MembershipId ANY = new MembershipId("-");
    private static final MemberId ANYBODY = new MemberId("-");
    private static final TierId ANY_TIER = new TierId("-");

    private final Commands commands;
    private final Told told;
    private final PersonalCodec codec;

    MembershipRoutes(Commands commands, PersonalCodec codec) {
        this.commands = commands;
        told = new Told(commands);
        this.codec = codec;
    }

    /** A viewer joins; the first payment is asked at once. */
    @PostMapping("/v1/channels/{channelId}/memberships")
    ResponseEntity<CommandAnswer> join(
            @PathVariable String channelId, @RequestBody JoinBody body, Caller caller, CallContext context) {
        ChannelId channel = new ChannelId(channelId);
        Fields fields = new Fields();
        MembershipId id = fields.id("membershipId", body.membershipId(), MembershipId::new, ANY);
        MemberId member = fields.id("memberId", body.memberId(), MemberId::new, ANYBODY);
        TierId tier = fields.id("tierId", body.tierId(), TierId::new, ANY_TIER);
        Platform platform = fields.oneOf("platform", body.platform(), Platform.class);
        String name = fields.optionalText("memberName", body.memberName(), MAX_NAME);
        fields.check();
        caller.mayActForMember(member);
        Personal sealed = name == null ? null : codec.seal(PersonId.member(member), PersonalField.NAME, name);
        return CommandAnswer.respond(told.tell(
                channel,
                id,
                context,
                (asked, terms) -> new StartMembership(asked, member, sealed, tier, platform, terms)));
    }

    /** The member cancels; perks last until the end of the paid period. */
    @PostMapping("/v1/memberships/{membershipId}:cancel")
    ResponseEntity<CommandAnswer> cancel(@PathVariable String membershipId, Caller caller, CallContext context) {
        MembershipId id = new MembershipId(membershipId);
        ChannelId channel = channelOf(id, caller, context);
        return CommandAnswer.respond(told.tell(channel, id, context, CancelMembership::new));
    }

    /** The member has another tier: up at once against the difference, down with the next period. */
    @PostMapping("/v1/memberships/{membershipId}:change-tier")
    ResponseEntity<CommandAnswer> changeTier(
            @PathVariable String membershipId, @RequestBody TierBody body, Caller caller, CallContext context) {
        MembershipId id = new MembershipId(membershipId);
        Fields fields = new Fields();
        TierId tier = fields.id("tierId", body.tierId(), TierId::new, ANY_TIER);
        fields.check();
        ChannelId channel = channelOf(id, caller, context);
        return CommandAnswer.respond(
                told.tell(channel, id, context, (asked, terms) -> new ChangeTier(asked, tier, terms)));
    }

    private ChannelId channelOf(MembershipId id, Caller caller, CallContext context) {
        MembershipFacts facts = commands.ask(new AskMembership(id), context);
        caller.mayActForMember(facts.memberId());
        return facts.channelId();
    }

    record JoinBody(
            @Nullable String membershipId,
            @Nullable String memberId,
            @Nullable String memberName,
            @Nullable String tierId,
            @Nullable String platform) {}

    record TierBody(@Nullable String tierId) {}
}
