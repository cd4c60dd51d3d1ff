package dev.creatorledger.platform.store;

import dev.creatorledger.events.LedgerEvent;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the payload of a type from one revision to the next. An event stays one event, of its name, at its position,
 * with its metadata: only then do positions, streams and the chain over them mean what they meant.
 *
 * <p>A revision is current once an upcaster leads to it: it is found as a service ({@code META-INF/services}), and from
 * then on every reader of stored events gets the current form.
 */
public abstract class PayloadUpcaster extends SingleEventUpcaster {

    private final String type;
    private final int from;

    /**
     * Takes an event from a revision to the next.
     *
     * @param type the event's class, as it is now
     * @param from the revision that it takes
     */
    protected PayloadUpcaster(Class<? extends LedgerEvent> type, int from) {
        this.type = type.getSimpleName();
        this.from = from;
    }

    /** Changes the JSON of a payload in place; a pure function of it. */
    protected abstract void change(ObjectNode payload);

    final String type() {
        return type;
    }

    final int from() {
        return from;
    }

    @Override
    protected final boolean canUpcast(IntermediateEventRepresentation event) {
        SerializedType stored = event.getType();
        return stored.getName().equals(type) && Integer.toString(from).equals(stored.getRevision());
    }

    @Override
    protected final IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(
                new SimpleSerializedType(type, Integer.toString(from + 1)), byte[].class, this::changed);
    }

    private byte[] changed(byte[] json) {
        ObjectNode payload = (ObjectNode) EventJson.mapper().readTree(json);
        change(payload);
        return EventJson.mapper().writeValueAsBytes(payload);
    }
}
