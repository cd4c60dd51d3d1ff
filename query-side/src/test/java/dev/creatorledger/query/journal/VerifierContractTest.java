package dev.creatorledger.query.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.query.MoneyHistory;
import dev.creatorledger.verifier.Bookings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The verifier has rules of its own (U3): what the service books, it books too, and nothing else. */
class VerifierContractTest {

    @Test
    void knowsEveryEventThatIsBooked() {
        assertThat(Bookings.types()).containsExactlyInAnyOrderElementsOf(Journal.types());
    }

    @Test
    void booksTheSamePostings() {
        Set<String> seen = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            for (LedgerEvent event : MoneyHistory.of(seed, 3, 200)) {
                String type = event.getClass().getSimpleName();
                seen.add(type);
                assertThat(theirs(type, event)).as("%s", event).containsExactlyInAnyOrderElementsOf(ours(event));
            }
        }
        assertThat(seen).containsAll(Journal.types());
    }

    private static List<String> ours(LedgerEvent event) {
        return Journal.entryOf(event).stream()
                .flatMap(entry -> entry.postings().stream())
                .map(posting -> posting.account().name() + " "
                        + posting.amount().currency() + " " + posting.amount().micros())
                .toList();
    }

    private static List<String> theirs(String type, LedgerEvent event) {
        Stream<dev.creatorledger.verifier.Posting> postings = Bookings.of(type, "1", EventJson.write(event)).stream();
        return postings.map(posting -> posting.account() + " " + posting.currency() + " " + posting.micros())
                .toList();
    }
}
