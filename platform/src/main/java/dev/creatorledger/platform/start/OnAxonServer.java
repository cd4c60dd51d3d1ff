package dev.creatorledger.platform.start;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the settings name an Axon Server for the events: then what stands beside them is in MongoDB (decision 29). */
public class OnAxonServer implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return in(context.getEnvironment());
    }

    /** Whether they do in an environment that has no beans yet. */
    public static boolean in(Environment environment) {
        return !Settings.of(environment, AxonServerSettings.class).servers().isEmpty();
    }

    /** Whether they name none. */
    public static class Not extends OnAxonServer {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !super.matches(context, metadata);
        }
    }
}
