package dev.creatorledger.command.window;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.window.BatchEvent.ImpressionsSetAside;
import dev.creatorledger.events.window.BatchEvent.Tally;
import dev.creatorledger.events.window.BatchId;
import dev.creatorledger.events.window.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The summary of what a batch did not book, one for each credited channel and one for those of no known video (A10).
 */
final class SetAside {

    private static final int ID_BYTES = 16;

    private final Map<Optional<ChannelId>, Map<Outcome, List<Tally>>> byChannel = new TreeMap<>(
            Comparator.comparing(channel -> channel.map(ChannelId::value).orElse("")));

    private SetAside() {}

    /**
     * The summaries of a decided batch; none if everything was booked.
     *
     * @param batchKeys gives what distinguishes this batch from every other
     */
    static List<ImpressionsSetAside> of(Batch batch, Supplier<String> batchKeys) {
        SetAside setAside = new SetAside();
        for (int i = 0; i < batch.items().size(); i++) {
            Outcome outcome = batch.outcome(i);
            if (!outcome.remembered()) {
                Item item = batch.items().get(i);
                setAside.add(batch.creditedChannel(item), outcome, item.micros());
            }
        }
        if (setAside.byChannel.isEmpty()) {
            return List.of();
        }
        String batchKey = batchKeys.get();
        List<ImpressionsSetAside> events = new ArrayList<>();
        setAside.byChannel.forEach(
                (channel, tallies) -> events.add(event(batchKey, channel.orElse(null), tallies.values())));
        return events;
    }

    private static ImpressionsSetAside event(
            String batchKey, @Nullable ChannelId channel, Iterable<List<Tally>> tallies) {
        List<Tally> all = new ArrayList<>();
        tallies.forEach(all::addAll);
        return new ImpressionsSetAside(batchId(batchKey, channel), channel, all);
    }

    private void add(@Nullable ChannelId channel, Outcome outcome, long micros) {
        List<Tally> tallies = byChannel
                .computeIfAbsent(Optional.ofNullable(channel), key -> new EnumMap<>(Outcome.class))
                .computeIfAbsent(outcome, key -> new ArrayList<>(1));
        int last = tallies.size() - 1;
        // A sum that would not fit goes on in a further tally of the same outcome, so that it stays exact (M1).
        if (last < 0 || micros > Long.MAX_VALUE - tallies.get(last).amount().micros()) {
            tallies.add(new Tally(outcome, 1, Money.rialMicros(micros)));
        } else {
            Tally tally = tallies.get(last);
            tallies.set(
                    last, new Tally(outcome, tally.count() + 1, tally.amount().plus(Money.rialMicros(micros))));
        }
    }

    private static BatchId batchId(String batchKey, @Nullable ChannelId channel) {
        String unique = batchKey + '/' + (channel == null ? "" : channel.value());
        byte[] hash = sha256().digest(unique.getBytes(StandardCharsets.UTF_8));
        return new BatchId(HexFormat.of().formatHex(hash, 0, ID_BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
