package dev.creatorledger.platform.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/**
 * The upcasters of this process, and what follows from them: which revision of a type is the current one, and which
 * older ones can be read. What the chain, exports and the verifier look at is the stored bytes, as ever.
 */
final class Upcasters {

    private static final int FIRST = 1;

    private static final List<PayloadUpcaster> ALL =
            ServiceLoader.load(PayloadUpcaster.class, PayloadUpcaster.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .sorted(Comparator.comparing(PayloadUpcaster::type).thenComparing(PayloadUpcaster::from))
                    .toList();

    private static final Map<String, Integer> CURRENT = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(PayloadUpcaster::type, each -> each.from() + 1, Math::max));

    private static final Set<Revision> READABLE = readable();

    private static final EventUpcaster CHAIN = ALL.isEmpty() ? NoOpEventUpcaster.INSTANCE : new EventUpcasterChain(ALL);

    private record Revision(String type, int number) {}

    private Upcasters() {}

    /** From the newest down, as far as each leads to the next. */
    private static Set<Revision> readable() {
        Set<Revision> readable = new HashSet<>();
        CURRENT.forEach((type, current) -> readable.add(new Revision(type, current)));
        for (int i = ALL.size() - 1; i >= 0; i--) {
            PayloadUpcaster each = ALL.get(i);
            if (readable.contains(new Revision(each.type(), each.from() + 1))
                    && !readable.add(new Revision(each.type(), each.from()))) {
                throw new IllegalStateException("two upcasters take " + each.type() + " from revision " + each.from());
            }
        }
        return Set.copyOf(readable);
    }

    /** The revision in which events of a type are written now. */
    static int current(String type) {
        return CURRENT.getOrDefault(type, FIRST);
    }

    /** Whether events of a type and revision can be read. */
    static boolean reads(String type, int revision) {
        return revision == current(type) || READABLE.contains(new Revision(type, revision));
    }

    /** All of them as Axon takes them. */
    static EventUpcaster chain() {
        return CHAIN;
    }

    /**
     * A stored payload in the current form.
     *
     * @throws SerializationException if this version of the service cannot read its revision
     */
    static byte[] payload(StoredEvent stored) {
        int revision = Integer.parseInt(stored.revision());
        if (revision == current(stored.type())) {
            return stored.payload();
        }
        if (!reads(stored.type(), revision)) {
            throw new SerializationException("position " + stored.position() + " holds a " + stored.type()
                    + ", revision " + revision + ", which this version of the service cannot read");
        }
        IntermediateEventRepresentation old = new InitialEventRepresentation(new Old(stored), new EventSerializer());
        return CHAIN.upcast(Stream.of(old))
                .findFirst()
                .orElseThrow()
                .getData(byte[].class)
                .getData();
    }

    /** A stored event as upcasters take it. */
    private record Old(StoredEvent stored) implements EventData<byte[]> {

        @Override
        public String getEventIdentifier() {
            return stored.eventId();
        }

        @Override
        public Instant getTimestamp() {
            return stored.recordedAt();
        }

        @Override
        public SerializedObject<byte[]> getMetaData() {
            return new SerializedMetaData<>(stored.metadata(), byte[].class);
        }

        @Override
        public SerializedObject<byte[]> getPayload() {
            return new SimpleSerializedObject<>(
                    stored.payload(), byte[].class, new SimpleSerializedType(stored.type(), stored.revision()));
        }
    }
}
