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
import dev.creatorledger.query.view.AsOf;
import dev.creatorledger.query.view.AsOf.Moment;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.View;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    private final AsOf asOf;
    private final Channels channels;
    private final Programmes programmes;
    private final Memberships memberships;
    private final PersonalCodec codec;
    private final Clock clock;

    /** Answers from the views. */
    public MembershipQueries(
            Reading reading,
            AsOf asOf,
            Channels channels,
            Programmes programmes,
            Memberships memberships,
            PersonalCodec codec,
            Clock clock) {
        this.reading = reading;
        this.asOf = asOf;
        this.channels = channels;
        this.programmes = programmes;
        this.memberships = memberships;
        this.codec = codec;
        this.clock = clock;
    }

    /** The memberships of a channel, newest first (B10). */
    @GetMapping("/v1/channels/{channelId}/members")
    public ResponseEntity<Page<MembershipJson>> ofChannel(
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

    /** The most memberships that are counted by tier. */
    public static final int COUNTED = 1_000;

    /**
     * How many memberships of a channel are in a status, by tier, for whoever may read them one by one; of the newest
     * {@link #COUNTED} where there are more.
     */
    public ResponseEntity<Map<String, Integer>> byTier(ChannelId channelId, MembershipStatus status, Caller caller) {
        caller.mayActFor(channelId);
        return reading.from(new AtLeast(0), VIEWS, () -> memberships.byTier(channelId, status, COUNTED));
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
    ResponseEntity<MembershipJson> one(
            @PathVariable MembershipId membershipId,
            @RequestParam(name = "asOf", required = false) @Nullable String asOfText,
            AtLeast atLeast,
            Caller caller) {
        Moment moment = asOf.moment(asOfText);
        return reading.from(AsOf.seen(moment, atLeast), VIEWS, () -> {
            MembershipDocument membership = memberships.require(membershipId, moment);
            ChannelId channelId = new ChannelId(membership.channelId);
            caller.maySee(channelId, new MemberId(membership.memberId));
            Instant now = moment == null ? clock.instant() : moment.at();
            return MembershipJson.of(membership, programmes.isOn(channelId, moment), codec, now);
        });
    }
}
