package dev.creatorledger.query.membership;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.query.channel.Channels;
import dev.creatorledger.query.programme.Programmes;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.View;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what members can have of a channel, and for how much (B3). */
@RestController
public final class TierQueries {

    private static final List<String> VIEWS = List.of(View.CHANNELS);

    private final Reading reading;
    private final Channels channels;
    private final Programmes programmes;

    /** Answers from the views. */
    public TierQueries(Reading reading, Channels channels, Programmes programmes) {
        this.reading = reading;
        this.channels = channels;
        this.programmes = programmes;
    }

    /** The tiers of a channel, the lowest rank first (B3). */
    @GetMapping("/v1/channels/{channelId}/tiers")
    public ResponseEntity<TiersJson> tiers(@PathVariable ChannelId channelId, AtLeast atLeast, Caller caller) {
        caller.mayActFor(channelId);
        return reading.from(atLeast, VIEWS, () -> {
            channels.require(channelId);
            return TiersJson.of(programmes.tiers(channelId));
        });
    }
}
