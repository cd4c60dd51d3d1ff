package dev.creatorledger.platform.store;

import dev.creatorledger.platform.start.AxonServerSettings;
import dev.creatorledger.platform.start.Settings;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the settings name an Axon Server for the events. */
class OnAxonServer implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !Settings.of(context.getEnvironment(), AxonServerSettings.class)
                .servers()
                .isEmpty();
    }

    /** Whether they name none. */
    static class Not extends OnAxonServer {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !super.matches(context, metadata);
        }
    }
}
