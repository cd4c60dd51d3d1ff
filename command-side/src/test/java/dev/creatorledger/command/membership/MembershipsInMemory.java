package dev.creatorledger.command.membership;

import dev.creatorledger.command.TestClock;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.events.StreamId;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.events.policy.PayoutPolicy;
import dev.creatorledger.platform.policy.DefaultPolicies;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.CallContext;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** The real aggregates around memberships on events that are kept by stream, at a time that the test sets. */
final class MembershipsInMemory {

    private static final List<String> AGGREGATES = List.of(
            "channel.Channel",
            "membership.Membership",
            "membership.MembershipSlot",
            "membership.MembershipDay",
            "membership.PaymentReference",
            "membership.Refund");

    private static final Map<Class<?>, Method> TARGETS = new ConcurrentHashMap<>();

    private final ByStream engine = new ByStream();
    private final TestClock clock = new TestClock(Instant.EPOCH);
    private final Commands commands;

    MembershipsInMemory() {
        Cache cache = new WeakReferenceCache();
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureCommandBus(c -> SimpleCommandBus.builder().build())
                .configureEventStore(
                        c -> EmbeddedEventStore.builder().storageEngine(engine).build())
                .registerComponent(Clock.class, c -> clock)
                .registerComponent(AdPolicy.class, c -> AdPolicy.DEFAULT)
                .registerComponent(PayoutPolicy.class, c -> PayoutPolicy.DEFAULT)
                .registerComponent(Policies.class, c -> new DefaultPolicies());
        AGGREGATES.forEach(name -> configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(named(name))
                .configureCommandTargetResolver(c -> MembershipsInMemory::target)
                .configureCache(c -> cache)));
        Configuration configuration = configurer.buildConfiguration();
        configuration.start();
        commands = new Commands(
                configuration.commandBus(), NoTransactionManager.instance(), new Unread(), engine::lastSequences);
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName("dev.creatorledger.command." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As Axon finds it, but looked for once for each command: the looking takes longer than the command. */
    private static VersionedAggregateIdentifier target(CommandMessage<?> command) {
        Method accessor =
                TARGETS.computeIfAbsent(command.getPayloadType(), type -> Arrays.stream(type.getDeclaredFields())
                        .filter(field -> field.isAnnotationPresent(TargetAggregateIdentifier.class))
                        .map(field -> accessor(type, field.getName()))
                        .findFirst()
                        .orElseThrow());
        try {
            return new VersionedAggregateIdentifier(accessor.invoke(command.getPayload()), null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Method accessor(Class<?> type, String component) {
        try {
            Method accessor = type.getDeclaredMethod(component);
            accessor.setAccessible(true);
            return accessor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    Commands commands() {
        return commands;
    }

    TestClock clock() {
        return clock;
    }

    void send(Object command, StreamId target) {
        commands.execute(command, target, CallContext.service("test"));
    }

    /** Forgets everything; streams of other names are to follow. */
    void forget() {
        engine.streams.clear();
    }

    /** How many events there are. */
    int count() {
        return engine.streams.values().stream().mapToInt(List::size).sum();
    }

    /** The events of a stream, of one type. */
    <E> List<E> events(StreamId stream, Class<E> type) {
        return engine.streams.getOrDefault(stream.toString(), List.of()).stream()
                .map(EventMessage::getPayload)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The events of all streams, of one type. */
    <E> List<E> events(Class<E> type) {
        return engine.streams.values().stream()
                .flatMap(List::stream)
                .map(EventMessage::getPayload)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static final class ByStream extends InMemoryEventStorageEngine {

        private final Map<String, List<DomainEventMessage<?>>> streams = new HashMap<>();

        @Override
        public void appendEvents(List<? extends EventMessage<?>> events) {
            for (EventMessage<?> event : events) {
                DomainEventMessage<?> message = (DomainEventMessage<?>) event;
                streams.computeIfAbsent(message.getAggregateIdentifier(), id -> new ArrayList<>())
                        .add(message);
            }
        }

        @Override
        public DomainEventStream readEvents(String stream, long firstSequence) {
            List<DomainEventMessage<?>> events = streams.getOrDefault(stream, List.of());
            return DomainEventStream.of(events.subList((int) Math.min(firstSequence, events.size()), events.size()));
        }

        @Override
        public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
            return Optional.empty();
        }

        @Override
        public Optional<Long> lastSequenceNumberFor(String stream) {
            return Optional.ofNullable(streams.get(stream)).map(events -> events.size() - 1L);
        }

        private Map<String, Long> lastSequences(Iterable<String> names) {
            Map<String, Long> last = new HashMap<>();
            names.forEach(name -> lastSequenceNumberFor(name).ifPresent(sequence -> last.put(name, sequence)));
            return last;
        }
    }

    /** Nobody reads a log here. */
    private static final class Unread implements StoredEvents {

        @Override
        public long head() {
            return 0;
        }

        @Override
        public void read(long after, long upTo, Consumer<StoredEvent> each) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void read(List<Source> sources, long after, long upTo, Consumer<StoredEvent> each) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<StoredEvent> newest(List<Source> sources, long before, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<StoredEvent> oldest(List<Source> sources, long after, long upTo, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void readKinds(List<Kind> kinds, long after, long upTo, Consumer<StoredEvent> each) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void readStream(String stream, Set<String> types, long after, long upTo, Consumer<StoredEvent> each) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long lastRecordedBy(Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<StoredEvent> page(Filter filter, long after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<StoredEvent> newest(String type, long before, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
