package dev.creatorledger.query.balance;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.MoneyJson;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.channel.Channels;
import dev.creatorledger.query.view.AsOf;
import dev.creatorledger.query.view.AsOf.Moment;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.View;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what a channel has, and what it may expect (A9), and which channels owe (U6). */
@RestController
public final class BalanceQueries {

    private static final List<String> VIEWS = List.of(View.CHANNELS, View.BALANCES);

    /** Before every character of an id, so that keys have the order of the channels. */
    private static final char SEPARATOR = ' ';

    private final Reading reading;
    private final AsOf asOf;
    private final Channels channels;
    private final Balances balances;

    /** Answers from the views. */
    public BalanceQueries(Reading reading, AsOf asOf, Channels channels, Balances balances) {
        this.reading = reading;
        this.asOf = asOf;
        this.channels = channels;
        this.balances = balances;
    }

    /** A channel's balance, now or as of an instant (U2). */
    @GetMapping("/v1/channels/{channelId}/balance")
    public ResponseEntity<BalanceJson> balance(
            @PathVariable ChannelId channelId,
            @RequestParam(name = "asOf", required = false) @Nullable String asOfText,
            AtLeast atLeast,
            Caller caller) {
        caller.mayActFor(channelId);
        Moment moment = asOf.moment(asOfText);
        return reading.from(AsOf.seen(moment, atLeast), VIEWS, () -> {
            Currency own = channels.require(channelId, moment);
            return BalanceJson.of(channelId, own, balances.find(channelId, moment));
        });
    }

    /** The channels that owe, by their ids (P7, U6). */
    @GetMapping("/v1/compliance/negative-balances")
    public ResponseEntity<Page<NegativeBalanceJson>> negative(PageRequest page, AtLeast atLeast) {
        return reading.from(atLeast, List.of(View.BALANCES), () -> negative(page));
    }

    /** A channel can owe in several currencies: pages go by both. */
    private Page<NegativeBalanceJson> negative(PageRequest page) {
        String after = page.after() == null ? "" : page.after();
        int end = after.indexOf(SEPARATOR);
        if (!after.isEmpty() && end < 0) {
            throw PageRequest.malformedCursor();
        }
        // One more channel than lines are wanted: of the first, all may have been on the page before.
        List<NegativeBalanceJson> found =
                balances.negative(after.substring(0, Math.max(0, end)), page.limit() + 2).stream()
                        .flatMap(BalanceQueries::negative)
                        .filter(line -> keyOf(line).compareTo(after) > 0)
                        .limit(page.limit() + 1L)
                        .toList();
        return Page.of(found, page, BalanceQueries::keyOf);
    }

    private static String keyOf(NegativeBalanceJson line) {
        return line.channelId() + SEPARATOR + line.currency();
    }

    private static Stream<NegativeBalanceJson> negative(BalanceDocument balance) {
        return balance.lines.entrySet().stream()
                .filter(entry -> entry.getValue().available.isNegative())
                .map(entry -> {
                    BalanceDocument.Line line = entry.getValue();
                    return new NegativeBalanceJson(
                            balance.id(),
                            entry.getKey(),
                            MoneyJson.of(line.available),
                            MoneyJson.of(line.held),
                            MoneyJson.of(line.estimated));
                });
    }
}
