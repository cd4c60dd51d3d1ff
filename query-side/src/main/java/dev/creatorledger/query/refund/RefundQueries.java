package dev.creatorledger.query.refund;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.RefundCause;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Fields;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.channel.Channels;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the payment service what it has to pay back, creators what is deducted, and compliance for which causes (B25, U6). */
@RestController
public final class RefundQueries {

    private static final List<String> VIEWS = List.of(View.MEMBERS);

    private static final List<String> WITH_CHANNELS = List.of(View.CHANNELS, View.MEMBERS);

    private final Reading reading;
    private final Channels channels;
    private final Refunds refunds;

    /** Answers from the views. */
    public RefundQueries(Reading reading, Channels channels, Refunds refunds) {
        this.reading = reading;
        this.channels = channels;
        this.refunds = refunds;
    }

    /** What members of a channel get back, and why, newest first: its part of it is deducted (B25, P7). */
    @GetMapping("/v1/channels/{channelId}/refunds")
    public ResponseEntity<Page<RefundJson>> ofChannel(
            @PathVariable ChannelId channelId, PageRequest page, AtLeast atLeast, Caller caller) {
        caller.mayActFor(channelId);
        return reading.from(atLeast, WITH_CHANNELS, () -> {
            channels.require(channelId);
            return refunds.ofChannel(channelId, page);
        });
    }

    @GetMapping("/v1/refunds")
    ResponseEntity<Page<RefundJson>> ofStatus(
            @RequestParam(required = false) @Nullable String status, PageRequest page, AtLeast atLeast) {
        Fields fields = new Fields();
        RefundStatus wanted = status == null ? null : fields.oneOf("status", status, RefundStatus.class);
        fields.check();
        return reading.from(atLeast, VIEWS, () -> refunds.ofStatus(wanted, page));
    }

    /** The refunds, filtered by cause, newest first (B25, U6). */
    @GetMapping("/v1/compliance/refunds")
    public ResponseEntity<Page<RefundJson>> ofCause(
            @RequestParam(required = false) @Nullable String cause, PageRequest page, AtLeast atLeast) {
        Fields fields = new Fields();
        RefundCause wanted = cause == null ? null : fields.oneOf("cause", cause, RefundCause.class);
        fields.check();
        return reading.from(atLeast, VIEWS, () -> refunds.ofCause(wanted, page));
    }
}
