package dev.creatorledger.command.saga;

import dev.creatorledger.platform.web.CallContext;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** What a saga acts upon: the event that is handled on this thread. */
final class Occasion {

    private Occasion() {}

    /** The service, acting for what the event is a part of (U1). */
    static CallContext context() {
        Message<?> event = current();
        Object correlationId = event == null ? null : event.getMetaData().get(CallContext.CORRELATION_ID);
        return CallContext.service(correlationId instanceof String known ? known : SagaType.GROUP);
    }

    /** Its identifier; its group's name where there is no event. */
    static String identifier() {
        Message<?> event = current();
        return event == null ? SagaType.GROUP : event.getIdentifier();
    }

    private static @Nullable Message<?> current() {
        return CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().getMessage() : null;
    }
}
