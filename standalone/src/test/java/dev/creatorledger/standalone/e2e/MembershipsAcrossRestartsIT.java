package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.MemberStage.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What falls due of memberships while the service is down is done at the next start, as of its own time (B28). */
class MembershipsAcrossRestartsIT {

    private static final String VIOLATION = "MONETIZATION_POLICY_VIOLATION";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    private static MemberStage on(RunningLedger ledger, Duration offset) {
        return new MemberStage(ledger::as, () -> Instant.now().plus(offset));
    }

    @Test
    void decidesAsOfItsOwnTimeWhatFellDueWhileTheServiceWasDown() { // B23, B24, B25, B28, P7
        Instant renewal;
        Instant mobileEnd;
        try (RunningLedger ledger = RunningLedger.start(data)) {
            MemberStage members = on(ledger, Duration.ZERO);
            members.programme("renewed");
            members.joined("renewed", "renewed-1", "WEB");
            renewal = members.paidUntil("renewed-1");
            members.programme("paused");
            members.joined("paused", "paused-web", "WEB");
            members.joined("paused", "paused-android", "ANDROID");
            mobileEnd = members.paidUntil("paused-android");
            members.open("paused", VIOLATION);
            ledger.kill();
        }
        Duration first = Duration.ofDays(119);
        try (RunningLedger ledger = RunningLedger.start(data, first.toString())) {
            MemberStage members = on(ledger, first);
            MemberStage.Charge due = members.due("renewed-1");
            assertThat(due.periodStart()).isEqualTo(renewal);
            assertThat(due.dueAt()).as("not when it was noticed").isEqualTo(renewal);
            members.awaitStatus("paused-android", "ENDED");
            assertThat(time(members, "paused-android", "MembershipEnded", "endedAt"))
                    .isEqualTo(mobileEnd);
            members.awaitStatus("paused-web", "PAUSED");
            members.close("paused", "MADE_FOR_KIDS"); // changes nothing, and decides as of now
            assertThat(members.programme("paused", "daysUntilTermination")).isEqualTo("1");
            ledger.kill();
        }
        Duration then = Duration.ofDays(121);
        try (RunningLedger ledger = RunningLedger.start(data, then.toString())) {
            assertThatThePauseEndedIt(on(ledger, then));
        }
    }

    private static void assertThatThePauseEndedIt(MemberStage members) {
        members.awaitStatus("paused-web", "ENDED");
        assertThat(members.membership("paused-web").at("/endReason")).isEqualTo("PAUSE_EXPIRED");
        Instant end =
                time(members, "paused", "MembershipProgrammePaused", "pausedAt").plus(Duration.ofDays(120));
        assertThat(time(members, "paused", "MembershipProgrammeTerminated", "terminatedAt"))
                .isEqualTo(end);
        assertThat(time(members, "paused-web", "MembershipEnded", "endedAt")).isEqualTo(end);
        eventually(() -> assertThat(members.refunds("paused-web")).hasSize(1));
        assertThat(members.refunds("paused-android"))
                .as("no refund for who was ended before")
                .isEmpty();
        assertThat(members.dollars("paused", "total")).isEqualTo("3.493");
        members.assertThatTheBooksBalance();
    }

    /** The time in the only event of a type. */
    private static Instant time(MemberStage members, String aggregate, String type, String field) {
        assertThat(members.events(aggregate, type)).hasSize(1);
        JsonNode event = members.events(aggregate, type).get(0);
        return Instant.parse(event.path(field).asString());
    }
}
