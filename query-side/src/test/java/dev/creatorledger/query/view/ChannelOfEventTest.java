package dev.creatorledger.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.query.History;
import dev.creatorledger.query.MembershipHistory;
import dev.creatorledger.query.TestLedger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;

/** Segments divide events so that each document has one writer, whichever event changes it. */
class ChannelOfEventTest {

    @Test
    void sends_all_events_of_a_document_to_one_segment() {
        List<LedgerEvent> events = Stream.concat(
                        History.of(1, 3, 2_000).stream(), MembershipHistory.of(1, 3, 2_000).stream())
                .toList();
        for (Projection<?> projection : TestViews.GROUP.projections()) {
            Map<String, String> writers = new HashMap<>();
            for (LedgerEvent event : events) {
                for (String document : projection.documentsOf(event)) {
                    String writer = writerOf(event);
                    assertThat(writers.getOrDefault(document, writer))
                            .as("%s of %s, by %s", document, projection.collection(), event)
                            .isEqualTo(writer)
                            .isNotEmpty();
                    writers.put(document, writer);
                }
            }
        }
    }

    private static String writerOf(LedgerEvent event) {
        String stream = TestLedger.streamOf(event).toString();
        return ChannelOfEvent.channelOf(new GenericDomainEventMessage<>("", stream, 0, event));
    }
}
