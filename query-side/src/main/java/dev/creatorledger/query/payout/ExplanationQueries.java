package dev.creatorledger.query.payout;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.query.journal.BookedEvents;
import dev.creatorledger.query.view.EventDecoder;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.View;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Explains payouts from the events themselves: nothing of an explanation is kept anywhere (U5). */
@RestController
public final class ExplanationQueries {

    private static final List<String> VIEWS = List.of(View.PAYOUTS);

    private final Reading reading;
    private final Payouts payouts;
    private final StoredEvents events;
    private final BookedEvents booked;
    private final EventDecoder decoder;

    /** Answers from the event store; whose a payout is, the view says. */
    public ExplanationQueries(
            Reading reading, Payouts payouts, StoredEvents events, BookedEvents booked, EventDecoder decoder) {
        this.reading = reading;
        this.payouts = payouts;
        this.events = events;
        this.booked = booked;
        this.decoder = decoder;
    }

    /** What a payout is made of, and what became of it (U5). */
    @GetMapping("/v1/payouts/{payoutId}/explanation")
    public ResponseEntity<ExplanationJson> explanation(
            @PathVariable PayoutId payoutId, AtLeast atLeast, Caller caller) {
        return reading.from(atLeast, VIEWS, () -> {
            PayoutDocument payout = payouts.require(payoutId);
            ChannelId channelId = new ChannelId(payout.channelId);
            caller.mayActFor(channelId);
            long head = events.head();
            Composition composition = new Composition(channelId, payoutId, payout.amount.currency());
            booked.ofPayable(channelId, 0, head, composition::take);
            LifeCycle lifeCycle = new LifeCycle(decoder);
            events.readStream(payoutId.toString(), LifeCycle.TYPES, 0, head, lifeCycle::take);
            return composition.explained(payout.amount, lifeCycle);
        });
    }
}
