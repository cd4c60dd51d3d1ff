package dev.creatorledger.standalone.load;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;

/** What time it is where the service is: its clock can be moved ({@code LEDGER_CLOCK_OFFSET}). */
public final class ServiceTime {

    private ServiceTime() {}

    /** The service's time by its health details, if the token may see them; else this machine's. */
    public static Instant of(LedgerClient client) {
        String now = client.get("/actuator/health")
                .json()
                .path("components")
                .path("clock")
                .path("details")
                .path("now")
                .asString("");
        try {
            return now.isEmpty() ? Clock.systemUTC().instant() : Instant.parse(now);
        } catch (DateTimeException malformed) {
            return Clock.systemUTC().instant();
        }
    }
}
