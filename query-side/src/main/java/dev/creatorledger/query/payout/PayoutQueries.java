package dev.creatorledger.query.payout;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Fields;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.channel.Channels;
import dev.creatorledger.query.view.AsOf;
import dev.creatorledger.query.view.AsOf.Moment;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.View;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows payouts with their deadlines (P4, P5), and for compliance how the deadlines were kept (U6). */
@RestController
public final class PayoutQueries {

    private static final List<String> VIEWS = List.of(View.CHANNELS, View.PAYOUTS);

    private final Reading reading;
    private final AsOf asOf;
    private final Channels channels;
    private final Payouts payouts;
    private final PersonalCodec codec;
    private final Policies policies;
    private final Clock clock;

    /** Answers from the views. */
    public PayoutQueries(
            Reading reading,
            AsOf asOf,
            Channels channels,
            Payouts payouts,
            PersonalCodec codec,
            Policies policies,
            Clock clock) {
        this.reading = reading;
        this.asOf = asOf;
        this.channels = channels;
        this.payouts = payouts;
        this.codec = codec;
        this.policies = policies;
        this.clock = clock;
    }

    /** The payouts of a channel, newest first (P4). */
    @GetMapping("/v1/channels/{channelId}/payouts")
    public ResponseEntity<Page<PayoutJson>> ofChannel(
            @PathVariable ChannelId channelId, PageRequest page, AtLeast atLeast, Caller caller) {
        caller.mayActFor(channelId);
        return reading.from(atLeast, VIEWS, () -> {
            channels.require(channelId);
            return shown(payouts.ofChannel(channelId.value(), page));
        });
    }

    @GetMapping("/v1/payouts")
    ResponseEntity<Page<PayoutJson>> ofStatus(
            @RequestParam(required = false) @Nullable String status, PageRequest page, AtLeast atLeast) {
        Fields fields = new Fields();
        PayoutStatus wanted = status == null ? null : fields.oneOf("status", status, PayoutStatus.class);
        fields.check();
        return reading.from(atLeast, VIEWS, () -> shown(payouts.ofStatus(wanted, page)));
    }

    /** One payout, now or as of an instant (P4, U2). */
    @GetMapping("/v1/payouts/{payoutId}")
    public ResponseEntity<PayoutJson> one(
            @PathVariable PayoutId payoutId,
            @RequestParam(name = "asOf", required = false) @Nullable String asOfText,
            AtLeast atLeast,
            Caller caller) {
        Moment moment = asOf.moment(asOfText);
        return reading.from(AsOf.seen(moment, atLeast), VIEWS, () -> {
            PayoutDocument payout = payouts.require(payoutId, moment);
            caller.mayActFor(new ChannelId(payout.channelId));
            Instant now = moment == null ? clock.instant() : moment.at();
            return PayoutJson.of(payout, codec, policies, now);
        });
    }

    /** What became of deadlines, newest first (U6). */
    @GetMapping("/v1/compliance/settlements")
    public ResponseEntity<Page<SettlementJson>> settlements(
            @RequestParam(required = false) @Nullable String outcome, PageRequest page, AtLeast atLeast) {
        Fields fields = new Fields();
        SettlementJson.Outcome wanted =
                outcome == null ? null : fields.oneOf("outcome", outcome, SettlementJson.Outcome.class);
        fields.check();
        return reading.from(atLeast, VIEWS, () -> settlements(wanted, page));
    }

    /** Filtered after it is read: an outcome follows from the clock, so no index can hold it. */
    private Page<SettlementJson> settlements(SettlementJson.@Nullable Outcome wanted, PageRequest request) {
        Instant now = clock.instant();
        return Page.filled(request, payouts::approved, payout -> Optional.of(SettlementJson.of(payout, now))
                .filter(settlement -> wanted == null || settlement.outcome() == wanted));
    }

    private Page<PayoutJson> shown(Page<PayoutDocument> page) {
        Instant now = clock.instant();
        return new Page<>(
                page.items().stream()
                        .map(payout -> PayoutJson.of(payout, codec, policies, now))
                        .toList(),
                page.next());
    }
}
