package dev.creatorledger.platform.store;

import static dev.creatorledger.platform.store.TestStore.NOW;
import static dev.creatorledger.platform.store.TestStore.followers;
import static dev.creatorledger.platform.store.TestStore.followersUpTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creatorledger.platform.chain.ChainBroken;
import dev.creatorledger.platform.chain.ChainReader;
import dev.creatorledger.platform.chain.ChainedEvent;
import dev.creatorledger.platform.chain.EventChain;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** U3: every event has a place in one chain, which is stored, and only ever goes on. */
abstract class EventChainContract {

    private final TestStore store = new TestStore();
    private final JdbcStoredEvents events = new JdbcStoredEvents(store.dataSource);
    private final String name = "chain_" + UUID.randomUUID().toString().replace("-", "");
    private final EventChain chain = chain(events);

    /** A chain of this name over a test's store, at a time. */
    abstract EventChain chain(TestStore in, String chainName, StoredEvents read, Clock clock);

    private EventChain chain(StoredEvents read) {
        return chain(store, name, read, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void link(int most) {
        long linked = chain.linked();
        while (linked < events.head()) {
            linked = chain.extend(most);
        }
    }

    private static List<String> hashes(List<ChainedEvent> chained) {
        return chained.stream().map(one -> HexFormat.of().formatHex(one.hash())).toList();
    }

    /** By the description of the form alone. */
    private List<String> expected() throws Exception {
        List<String> hashes = new ArrayList<>();
        byte[] previous = new byte[32];
        List<StoredEvent> all = new ArrayList<>();
        events.read(0, events.head(), all::add);
        for (StoredEvent event : all) {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            DataOutputStream form = new DataOutputStream(octets);
            form.writeByte(1);
            form.write(previous);
            form.writeLong(event.position());
            for (String text :
                    List.of(event.eventId(), event.type(), event.revision(), event.aggregateType(), event.stream())) {
                form.writeInt(text.getBytes(StandardCharsets.UTF_8).length);
                form.write(text.getBytes(StandardCharsets.UTF_8));
            }
            form.writeLong(event.aggregateSequence());
            form.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, event.recordedAt()));
            form.writeInt(event.payload().length);
            form.write(event.payload());
            form.writeInt(event.metadata().length);
            form.write(event.metadata());
            previous = MessageDigest.getInstance("SHA-256").digest(octets.toByteArray());
            hashes.add(HexFormat.of().formatHex(previous));
        }
        return hashes;
    }

    @Nested
    class Linking {

        @Test
        void givesTheSameHashesInStepsOfAnySize() throws Exception {
            for (int round = 0; round < 5; round++) {
                store.append(followersUpTo("ch-" + round, 100 + round));
                link(1 + 37 * round);
            }
            store.append(followers("one", 0));
            link(10_000);
            assertThat(hashes(chain.from(0).upTo(events.head()))).isEqualTo(expected());
            assertThat(chain.linked()).isEqualTo(events.head());
        }

        @Test
        void isQuietWhereNothingIsNew() {
            assertThat(chain.extend(10)).isZero();
            store.append(followersUpTo("ch-1", 3));
            assertThat(chain.extend(10)).isEqualTo(3);
            assertThat(chain.extend(10)).isEqualTo(3);
        }

        @Test
        void goesOnWhereACrashEndedIt() throws Exception {
            store.append(followersUpTo("ch-1", 150));
            assertThat(chain.extend(70)).isEqualTo(70);
            EventChain dying = chain(breaking(events, 100));
            assertThatThrownBy(() -> dying.extend(1_000)).hasMessage("the process ends here");
            assertThat(chain.linked()).isEqualTo(70);
            link(1_000);
            assertThat(hashes(chain.from(0).upTo(150))).isEqualTo(expected());
        }

        @Test
        void isDoneOnceByManyNodesAtOnce() throws Exception {
            store.append(followersUpTo("ch-1", 2_000));
            AtomicInteger turns = new AtomicInteger();
            List<CompletableFuture<Void>> nodes = new ArrayList<>();
            for (int node = 0; node < 4; node++) {
                nodes.add(CompletableFuture.runAsync(() -> {
                    EventChain own = chain(events);
                    while (own.linked() < 2_000) {
                        own.extend(7);
                        turns.incrementAndGet();
                    }
                }));
            }
            nodes.forEach(CompletableFuture::join);
            assertThat(turns.get()).isGreaterThanOrEqualTo(2_000 / 7);
            assertThat(hashes(chain.from(0).upTo(2_000))).isEqualTo(expected());
        }

        @Test
        void refusesAStoreThatLacksAnEvent() {
            store.append(followersUpTo("ch-1", 10));
            store.execute("DELETE FROM domain_event WHERE global_index = 4");
            assertThatThrownBy(() -> chain.extend(100))
                    .isInstanceOf(ChainBroken.class)
                    .hasMessageContaining("no event 4");
            assertThat(chain.linked()).isZero();
        }

        @Test
        void refusesAStoreThatIsShorterThanItWas() {
            store.append(followersUpTo("ch-1", 10));
            link(100);
            store.execute("DELETE FROM domain_event WHERE global_index > 6");
            assertThatThrownBy(() -> chain.extend(100))
                    .isInstanceOf(ChainBroken.class)
                    .hasMessageContaining("ends at 6")
                    .hasMessageContaining("up to 10");
        }
    }

    @Nested
    class Checking {

        @Test
        void namesTheEventThatWasChanged() {
            store.append(followersUpTo("ch-1", 200));
            link(1_000);
            chain.check(0, 200);
            store.execute("UPDATE domain_event SET payload = convert_to('{}', 'UTF8') WHERE global_index = 133");
            assertThatThrownBy(() -> chain.check(0, 200))
                    .isInstanceOf(ChainBroken.class)
                    .hasMessageContaining("Event 133,");
            chain.check(133, 200);
            chain.check(0, 132);
        }

        @Test
        void namesTheStretchThatLacksAnEvent() {
            store.append(followersUpTo("ch-1", 200));
            link(1_000);
            store.execute("DELETE FROM domain_event WHERE global_index = 50");
            assertThatThrownBy(() -> chain.check(0, 200)).isInstanceOf(ChainBroken.class);
        }
    }

    @Nested
    class Reading {

        @Test
        void showsWhatWasLinkedAndComputesWhatIsNot() throws Exception {
            store.append(followersUpTo("ch-1", 100));
            link(1_000);
            store.append(followersUpTo("ch-2", 30));
            List<String> all = expected();
            assertThat(hashes(chain.from(0).upTo(130))).isEqualTo(all);
            ChainReader reader = chain.from(90);
            assertThat(hashes(reader.upTo(101))).isEqualTo(all.subList(90, 101));
            assertThat(hashes(reader.upTo(130))).isEqualTo(all.subList(101, 130));
            assertThat(hashes(chain.from(120).upTo(130))).isEqualTo(all.subList(120, 130));
        }

        @Test
        void keepsTheLinkedHashOfAnEventThatWasChanged() throws Exception {
            store.append(followersUpTo("ch-1", 100));
            link(1_000);
            List<String> linked = expected();
            store.execute("UPDATE domain_event SET payload = convert_to('{}', 'UTF8') WHERE global_index = 33");
            assertThat(hashes(chain.from(0).upTo(100))).isEqualTo(linked);
            assertThat(expected()).isNotEqualTo(linked);
        }

        @Test
        void givesHashesOfSomeEventsAndLeavesOutThoseThatAreNotLinked() throws Exception {
            store.append(followersUpTo("ch-1", 100));
            link(1_000);
            store.append(followersUpTo("ch-2", 1));
            List<StoredEvent> some = new ArrayList<>();
            List<Long> wanted = List.of(1L, 60L, 61L, 100L, 101L);
            events.read(0, 101, event -> {
                if (wanted.contains(event.position())) {
                    some.add(event);
                }
            });
            List<ChainedEvent> chained = chain.chained(some);
            List<String> all = expected();
            assertThat(hashes(chained)).containsExactly(all.get(0), all.get(59), all.get(60), all.get(99));
            assertThat(chained.get(0).previousHash()).isEqualTo(new byte[32]);
            assertThat(HexFormat.of().formatHex(chained.get(2).previousHash())).isEqualTo(all.get(59));
        }
    }

    /** A store whose reader dies at a position. */
    private static StoredEvents breaking(StoredEvents events, long at) {
        return (StoredEvents) Proxy.newProxyInstance(
                StoredEvents.class.getClassLoader(),
                new Class<?>[] {StoredEvents.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("read")) {
                        return method.invoke(events, arguments);
                    }
                    @SuppressWarnings("unchecked") // the last argument of each read
                    Consumer<StoredEvent> each = (Consumer<StoredEvent>) arguments[2];
                    events.read((long) arguments[0], (long) arguments[1], event -> {
                        if (event.position() == at) {
                            throw new IllegalStateException("the process ends here");
                        }
                        each.accept(event);
                    });
                    return null;
                });
    }
}
