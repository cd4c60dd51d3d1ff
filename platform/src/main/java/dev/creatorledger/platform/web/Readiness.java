package dev.creatorledger.platform.web;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the service takes requests: from the moment on at which every {@link ReadyCheck} has been met once. */
public final class Readiness implements HealthIndicator {

    private final ObjectProvider<ReadyCheck> checks;
    private volatile boolean reached;

    /** Readiness by all checks there are. */
    public Readiness(ObjectProvider<ReadyCheck> checks) {
        this.checks = checks;
    }

    /** Whether the service takes requests. */
    public boolean reached() {
        if (!reached) {
            List<ReadyCheck> all = checks.orderedStream().toList();
            reached = all.stream().allMatch(ReadyCheck::ready);
        }
        return reached;
    }

    @Override
    public Health health() {
        return reached() ? Health.up().build() : Health.outOfService().build();
    }
}
