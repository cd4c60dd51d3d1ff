package dev.creatorledger.query.balance;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.query.channel.Channels;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.View;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what a channel has, and what it may expect (A9). */
@RestController
public final class BalanceQueries {

    private static final List<String> VIEWS = List.of(View.CHANNELS, View.BALANCES);

    private final Reading reading;
    private final Channels channels;
    private final Balances balances;

    /** Answers from the views. */
    public BalanceQueries(Reading reading, Channels channels, Balances balances) {
        this.reading = reading;
        this.channels = channels;
        this.balances = balances;
    }

    @GetMapping("/v1/channels/{channelId}/balance")
    ResponseEntity<BalanceJson> balance(@PathVariable ChannelId channelId, AtLeast atLeast, Caller caller) {
        caller.mayActFor(channelId);
        return reading.from(
                atLeast, VIEWS, () -> BalanceJson.of(channelId, channels.require(channelId), balances.find(channelId)));
    }
}
