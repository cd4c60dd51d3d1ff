package dev.creatorledger.command.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.platform.metrics.MetricsConfiguration;
import dev.creatorledger.platform.metrics.Sampling;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@DisplayName("What waits for its time")
@TestInstance(Lifecycle.PER_CLASS)
class WaitingIT {

    private CommandSideOnPostgres side;

    @BeforeAll
    void start() {
        side = CommandSideOnPostgres.at("2026-06-15T12:30:00Z", MetricsConfiguration.class);
    }

    @AfterAll
    void stop() {
        side.close();
    }

    private double figure(String name) {
        return side.part(MeterRegistry.class).get(name).gauge().value();
    }

    private void assertWaiting(String what, double all, double due, double lateSeconds) {
        side.part(Sampling.class).take();
        assertThat(figure("ledger." + what + ".waiting")).as(what).isEqualTo(all);
        assertThat(figure("ledger." + what + ".due")).as(what).isEqualTo(due);
        assertThat(figure("ledger." + what + ".late")).as(what).isEqualTo(lateSeconds);
    }

    /** Of nobody's: whoever is told that they are due finds nothing, and they stay. */
    @Test
    @DisplayName("is told of windows with how long the oldest is due; those of backfills are due at no time")
    void isToldOfWindows() {
        assertWaiting("windows", 0, 0, 0);
        side.database()
                .execute("INSERT INTO due_window (window_id, due_at, backfill_id) VALUES"
                        + " ('none:2026-06-14T08', '2026-06-15T12:20:00Z', NULL),"
                        + " ('none:2026-06-14T09', '2026-06-15T12:29:00Z', NULL),"
                        + " ('none:2026-06-15T12', '2026-06-16T13:00:00Z', NULL),"
                        + " ('none:2026-01-01T00', '2026-01-02T00:00:00Z', 'bf')");
        assertWaiting("windows", 4, 2, 600);
    }

    @Test
    @DisplayName("is told of deadlines")
    void isToldOfDeadlines() {
        side.database()
                .execute("INSERT INTO due_deadline (payout_id, due_at, deadline) VALUES"
                        + " ('none-1', '2026-06-15T12:29:30Z', '2026-06-17T20:30:00Z'),"
                        + " ('none-2', '2026-06-20T00:00:00Z', '2026-06-22T20:30:00Z')");
        assertWaiting("deadlines", 2, 1, 30);
    }

    @Test
    @DisplayName("is told of memberships, and of a pause that has lasted too long")
    void isToldOfMemberships() {
        side.database()
                .execute("INSERT INTO membership_work (membership_id, channel_id, due_at) VALUES"
                        + " ('none-1', 'none', '2026-06-15T12:28:00Z'), ('none-2', 'none', '2026-07-01T00:00:00Z'),"
                        + " ('none-3', 'none', NULL)");
        assertWaiting("memberships", 2, 1, 120);
        side.database()
                .execute(
                        "INSERT INTO programme_pause (channel_id, expires_at) VALUES ('none', '2026-06-15T12:25:00Z')");
        assertWaiting("memberships", 2, 1, 300);
    }

    @Test
    @DisplayName("is told of wake-ups")
    void isToldOfWakeUps() {
        side.database()
                .execute("INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
                        + " last_heartbeat, version) VALUES"
                        + " ('none', '1', '2026-06-15T12:29:00Z', true, 'another', '2026-06-15T12:30:00Z', 1),"
                        + " ('none', '2', '2026-08-01T00:00:00Z', false, NULL, NULL, 1)");
        assertWaiting("wakeups", 2, 1, 60);
    }

    @Test
    @DisplayName("and how far each group is behind")
    void andHowFarEachGroupIsBehind() {
        side.registered("seen");
        side.part(Sampling.class).take();
        MeterRegistry meters = side.part(MeterRegistry.class);
        assertThat(meters.get("ledger.store.position").gauge().value()).isGreaterThanOrEqualTo(1);
        for (String group : new String[] {"due-windows", "due-deadlines", "due-memberships", "sagas"}) {
            assertThat(meters.get("ledger.processor.lag.events")
                            .tag("group", group)
                            .gauge()
                            .value())
                    .as(group)
                    .isBetween(0.0, 10.0);
        }
    }
}
