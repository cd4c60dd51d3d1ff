package dev.creatorledger.command.idempotency;

import dev.creatorledger.command.config.Recurring;
import java.time.Clock;

/** Forgets outcomes that are past their time, a bounded step after another, while the service runs. */
final class OutcomeSweep extends Recurring {

    private final Outcomes outcomes;
    private final Clock clock;
    private final IdempotencySettings settings;

    OutcomeSweep(Outcomes outcomes, Clock clock, IdempotencySettings settings) {
        super("idempotency-sweep", settings.sweepEvery());
        this.outcomes = outcomes;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    protected void turn() {
        sweep();
    }

    /** Forgets all that is past its time now, in steps. */
    void sweep() {
        int forgotten = settings.sweep();
        while (isRunning() && forgotten == settings.sweep()) {
            forgotten = outcomes.forget(clock.instant(), settings.sweep());
        }
    }
}
