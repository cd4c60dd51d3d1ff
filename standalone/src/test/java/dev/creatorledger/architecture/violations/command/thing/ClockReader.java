package dev.creatorledger.architecture.violations.command.thing;

import java.time.Instant;

/** Breaks: time comes from the injected clock. */
public class ClockReader {

    /** Now, by the machine. */
    public Instant now() {
        return Instant.now();
    }
}
