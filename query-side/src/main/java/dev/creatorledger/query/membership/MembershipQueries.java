package dev.creatorledger.query.membership;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MemberId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Fields;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.channel.Channels;
import dev.creatorledger.query.programme.Programmes;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.View;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows memberships (B10). Whether perks are active follows from the programme as it stands when it is asked, so that
 * they stop with a pause and not with the news of it reaching each membership (B21).
 */
@RestController
public final class MembershipQueries {

    private static final List<String> VIEWS = List.of(View.CHANNELS, View.MEMBERS);

    private final Reading reading;
    private final Channels channels;
    private final Programmes programmes;
    private final Memberships memberships;
    private final PersonalCodec codec;
    private final Clock clock;

    /** Answers from the views. */
    public MembershipQueries(
            Reading reading,
            Channels channels,
            Programmes programmes,
            Memberships memberships,
            PersonalCodec codec,
            Clock clock) {
        this.reading = reading;
        this.channels = channels;
        this.programmes = programmes;
        this.memberships = memberships;
        this.codec = codec;
        this.clock = clock;
    }

    @GetMapping("/v1/channels/{channelId}/members")
    ResponseEntity<Page<MembershipJson>> ofChannel(
            @PathVariable ChannelId channelId,
            @RequestParam(required = false) @Nullable String status,
            PageRequest page,
            AtLeast atLeast,
            Caller caller) {
        caller.mayActFor(channelId);
        Fields fields = new Fields();
        MembershipStatus wanted = status == null ? null : fields.oneOf("status", status, MembershipStatus.class);
        fields.check();
        return reading.from(atLeast, VIEWS, () -> {
            channels.require(channelId);
            return shown(channelId, memberships.ofChannel(channelId, wanted, page));
        });
    }

    private Page<MembershipJson> shown(ChannelId channelId, Page<MembershipDocument> page) {
        Instant now = clock.instant();
        boolean on = programmes.isOn(channelId);
        return new Page<>(
                page.items().stream()
                        .map(membership -> MembershipJson.of(membership, on, codec, now))
                        .toList(),
                page.next());
    }

    @GetMapping("/v1/memberships/{membershipId}")
    ResponseEntity<MembershipJson> one(@PathVariable MembershipId membershipId, AtLeast atLeast, Caller caller) {
        return reading.from(atLeast, VIEWS, () -> {
            MembershipDocument membership = memberships.require(membershipId);
            ChannelId channelId = new ChannelId(membership.channelId);
            caller.maySee(channelId, new MemberId(membership.memberId));
            return MembershipJson.of(membership, programmes.isOn(channelId), codec, clock.instant());
        });
    }
}
