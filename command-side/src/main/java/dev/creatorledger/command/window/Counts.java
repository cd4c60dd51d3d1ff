package dev.creatorledger.command.window;

import dev.creatorledger.events.window.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How many impressions had each outcome. */
final class Counts {

    private final Map<Outcome, Long> byOutcome = new EnumMap<>(Outcome.class);

    void add(Batch batch) {
        for (int i = 0; i < batch.items().size(); i++) {
            byOutcome.merge(batch.outcome(i), 1L, Long::sum);
        }
    }

    long of(Outcome outcome) {
        return byOutcome.getOrDefault(outcome, 0L);
    }

    /** As the log tells them: the outcomes that there were. */
    @Override
    public String toString() {
        return byOutcome.entrySet().stream()
                .map(each -> each.getKey().text() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }
}
