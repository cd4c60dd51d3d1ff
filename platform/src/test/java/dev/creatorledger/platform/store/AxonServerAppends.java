package dev.creatorledger.platform.store;

import static dev.creatorledger.platform.store.TestStore.followers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.start.AxonServerSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/**
 * Large appends on an Axon Server that runs ({@code LEDGER_IT_AXONSERVER}); one after the other with the rest of {@link
 * AxonServerStorageEngineIT}, for they count the server's positions.
 */
abstract class AxonServerAppends {

    private static final String VARIABLE = "LEDGER_IT_AXONSERVER";
    private static final int RESERVED_BYTES = 16 * 1_024;
    private static final int FRAME_BYTES = 8;
    private static final Duration SOON = Duration.ofSeconds(30);

    private final EventSerializer serializer = new EventSerializer();
    private final AxonServerEvents form = new AxonServerEvents(serializer);

    /** A stream of this test's own: the server keeps those of others. */
    private final ChannelId channel = new ChannelId("ch-" + UUID.randomUUID());

    private AxonServerSettings settings;
    private AxonServerConnector connector;
    private AxonServerStorageEngine engine;
    private AxonServerStoredEvents stored;
    private long before;

    @BeforeEach
    void connect() {
        String server = System.getenv(VARIABLE);
        if (server == null) {
            System.out.println(VARIABLE + " is not set: Axon Server is skipped");
        }
        Assumptions.assumeTrue(server != null, VARIABLE + " is not set: Axon Server is skipped");
        settings = new AxonServerSettings(
                List.of(server),
                "default",
                System.getenv("LEDGER_IT_AXONSERVER_TOKEN"),
                null,
                false,
                null,
                1_000,
                DataSize.ofMegabytes(4),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10));
        connector = new AxonServerConnector(settings, "ledger-it-appends");
        engine = new AxonServerStorageEngine(connector, settings, serializer, EventStoreSettings.defaults());
        stored = new AxonServerStoredEvents(connector, settings, serializer);
        await().atMost(SOON).ignoreExceptions().until(() -> stored.head() >= 0);
        before = stored.head();
    }

    @AfterEach
    void disconnect() {
        if (connector != null) {
            connector.close();
        }
    }

    @Test
    void areTakenUpToTheirBoundAndNotBeyond() {
        List<DomainEventMessage<?>> fitting = new ArrayList<>();
        DomainEventMessage<?> next = followers(channel.value(), 0);
        long room = settings.maxMessageSize().toBytes() - RESERVED_BYTES;
        while (room >= size(next)) {
            room -= size(next);
            fitting.add(next);
            next = followers(channel.value(), fitting.size());
        }
        List<DomainEventMessage<?>> tooMany = new ArrayList<>(fitting);
        tooMany.add(next);
        assertThatExceptionOfType(AppendTooLarge.class).isThrownBy(() -> engine.appendEvents(tooMany));
        assertThat(stored.head()).isEqualTo(before);
        engine.appendEvents(fitting);
        assertThat(stored.head()).isEqualTo(before + fitting.size());
        assertThat(new AxonServerStreamHeads(connector, settings).lastSequences(Set.of(channel.toString())))
                .isEqualTo(Map.of(channel.toString(), fitting.size() - 1L));
    }

    private int size(DomainEventMessage<?> event) {
        return form.toServer(event).getSerializedSize() + FRAME_BYTES;
    }
}
