package dev.creatorledger.events.window;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be told about a batch of impressions as a whole. */
public sealed interface BatchEvent extends LedgerEvent {

    /** The batch. */
    BatchId batchId();

    /**
     * Impressions of one batch and one credited channel that were booked in no window, repeats included (A10).
     *
     * @param channelId the credited channel; absent for those of no known video
     * @param tallies count and amount per outcome, in the order of {@link Outcome}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ImpressionsSetAside(BatchId batchId, @Nullable ChannelId channelId, List<Tally> tallies)
            implements BatchEvent {}

    /**
     * How many impressions had an outcome, and what they would have earned.
     *
     * @param amount the sum of their net revenue, as far as it could be read; rial
     */
    record Tally(Outcome outcome, long count, Money amount) {}
}
