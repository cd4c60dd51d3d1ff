package dev.creatorledger.standalone.e2e;

import dev.creatorledger.standalone.process.LedgerOnAClock;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios of docs/memberships.md, through HTTP on a clock that the test moves (B1–B27, L5, P7). */
class MembershipsIT {

    private static final Instant BEGINNING = Instant.parse("2028-01-03T10:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static LedgerOnAClock running;

    @BeforeAll
    static void start() {
        running = SharedStores.onAClock(data, BEGINNING);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Nested
    class Billing extends BillingScenarios {
        Billing() {
            super(running);
        }
    }

    @Nested
    class Pause extends PauseScenarios {
        Pause() {
            super(running);
        }
    }

    @Nested
    class Ending extends EndingScenarios {
        Ending() {
            super(running);
        }
    }

    @Nested
    class Programme extends ProgrammeScenarios {
        Programme() {
            super(running);
        }
    }
}
