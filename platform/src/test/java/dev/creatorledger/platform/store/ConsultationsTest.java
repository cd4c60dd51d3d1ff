package dev.creatorledger.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.consultation.Consultation.StreamConsulted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

/** A decision takes a place in the streams that it rests on (B27). */
class ConsultationsTest {

    private static final ChannelId CHANNEL = new ChannelId("ch-1");
    private static final MetaData ASKED = MetaData.from(
            Map.of("actor", "a", "correlationId", "c", "reason", "because", "subject", "ch-1", "idempotencyId", "key"));

    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00.123456Z");

    private final DomainEventMessage<?> decided = new GenericDomainEventMessage<>(
            "Channel",
            CHANNEL.toString(),
            7,
            new GenericMessage<>("m-1", new FollowersReported(CHANNEL, 1), ASKED),
            NOW);

    @Test
    void nothingIsAddedWhereNothingElseWasRead() {
        assertThat(Consultations.with(List.of(decided), Map.of())).containsExactly(decided);
    }

    @Test
    void theNextPlaceOfEachStreamIsTakenInTheOrderOfNames() {
        List<DomainEventMessage<?>> all = Consultations.with(
                List.of(decided),
                Map.of(
                        "video:v", new ReadStreams.Version("Video", 0),
                        "network:n", new ReadStreams.Version("Network", 41)));
        assertThat(all)
                .extracting(each -> each.getType() + " " + each.getAggregateIdentifier() + "@"
                        + each.getSequenceNumber() + " " + each.getPayloadType().getSimpleName())
                .containsExactly(
                        "Channel channel:ch-1@7 FollowersReported",
                        "Network network:n@42 StreamConsulted",
                        "Video video:v@1 StreamConsulted");
        assertThat(all.get(1).getPayload()).isEqualTo(new StreamConsulted("channel:ch-1"));
    }

    @Test
    void itIsNotTakenForTheDecisionThatWasAskedFor() {
        DomainEventMessage<?> taken = Consultations.with(
                        List.of(decided), Map.of("video:v", new ReadStreams.Version("Video", 0)))
                .get(1);
        assertThat(taken.getMetaData()).isEqualTo(Map.of("actor", "a", "correlationId", "c"));
        assertThat(taken.getTimestamp()).isEqualTo(NOW);
    }
}
