package dev.creatorledger.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.query.History;
import dev.creatorledger.query.MembershipHistory;
import dev.creatorledger.query.TestLedger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

    private static StoredEvent unreadable(String stream, String type, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        return new StoredEvent(1, "e", "", stream, 0, Instant.EPOCH, type, "1", bytes, bytes);
    }

    @Test
    void tells_it_of_what_cannot_be_read_by_its_stream_or_by_what_its_json_says() {
        assertThat(ChannelOfEvent.channelOf(unreadable("channel:ch-1", "ChannelBorn", "no json")))
                .contains("ch-1");
        assertThat(ChannelOfEvent.channelOf(unreadable("window:ch-1:2026-01-31T05", "ImpressionQualified", "no json")))
                .contains("ch-1");
        assertThat(ChannelOfEvent.channelOf(unreadable("video:v", "VideoRegistered", "{\"channelId\":\"ch-1\"}")))
                .contains("ch-1");
        assertThat(ChannelOfEvent.channelOf(unreadable(
                        "video:v",
                        "VideoAudienceReported",
                        "{\"channelId\":\"no\",\"creditedChannelId\":\"ch-1\",\"views\":\"many\"}")))
                .contains("ch-1");
    }

    @Test
    void tells_none_where_nobody_can() {
        assertThat(ChannelOfEvent.channelOf(unreadable("video:v", "VideoRegistered", "no json")))
                .isEmpty();
        assertThat(ChannelOfEvent.channelOf(unreadable("video:v", "VideoRegistered", "{\"channelId\":7}")))
                .isEmpty();
        assertThat(ChannelOfEvent.channelOf(unreadable("comet:c", "CometSeen", "[]")))
                .isEmpty();
    }

    private static String writerOf(LedgerEvent event) {
        String stream = TestLedger.streamOf(event).toString();
        return ChannelOfEvent.channelOf(new GenericDomainEventMessage<>("", stream, 0, event));
    }
}
