package dev.creatorledger.platform.start;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.core.env.Environment;

/** All that is looked at before a process starts; everything that is missing is told at once. */
public final class Preflight {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final List<StartCheck> checks;

    /** Looks by these checks. */
    public Preflight(List<StartCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /**
     * Looks, and looks again where stores may still be starting, as long as the settings say.
     *
     * @throws StartRefused if something is missing or wrong
     */
    public void look(Environment environment) {
        List<String> missing = new ArrayList<>();
        checks.forEach(check -> missing.addAll(check.missing(environment)));
        if (!missing.isEmpty()) {
            throw new StartRefused(missing);
        }
        long until = System.nanoTime()
                + Settings.of(environment, StartSettings.class).patience().toNanos();
        List<String> wrong = wrong(environment);
        while (!wrong.isEmpty()) {
            if (System.nanoTime() - until >= 0) {
                throw new StartRefused(wrong);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            wrong = wrong(environment);
        }
    }

    private List<String> wrong(Environment environment) {
        List<String> wrong = new ArrayList<>();
        checks.forEach(check -> wrong.addAll(check.wrong(environment)));
        return wrong;
    }
}
