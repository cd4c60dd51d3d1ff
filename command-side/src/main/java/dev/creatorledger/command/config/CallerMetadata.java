package dev.creatorledger.command.config;

import dev.creatorledger.platform.web.CallContext;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** Hands on to every event who sent its command and why, and the command as its cause (U1). */
public final class CallerMetadata implements CorrelationDataProvider {

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> handedOn = new HashMap<>();
        handedOn.put(CallContext.CAUSATION_ID, message.getIdentifier());
        copy(message, CallContext.ACTOR, handedOn);
        copy(message, CallContext.CORRELATION_ID, handedOn);
        copy(message, CallContext.REASON, handedOn);
        copy(message, CallContext.SUBJECT, handedOn);
        copy(message, CallContext.COMMAND, handedOn);
        copy(message, CallContext.IDEMPOTENCY_ID, handedOn);
        return handedOn;
    }

    private static void copy(Message<?> message, String key, Map<String, Object> to) {
        Object value = message.getMetaData().get(key);
        if (value != null) {
            to.put(key, value);
        }
    }
}
