package dev.creatorledger.command.membership;

import static dev.creatorledger.command.membership.ProgrammeOnPostgres.SOON;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.START;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.cancel;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.count;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.decline;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.id;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.join;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.member;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.pause;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.pay;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.resume;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.terminate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipDaySealed;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDue;
import dev.creatorledger.events.membership.MembershipEvent.MembershipEnded;
import dev.creatorledger.events.membership.MembershipEvent.MembershipPaused;
import dev.creatorledger.events.membership.Platform;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipIncomeFinalized;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeTerminated;
import dev.creatorledger.events.membership.RefundEvent.RefundDue;
import dev.creatorledger.platform.store.StoredEvents;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("B11 B28 What falls due of memberships")
class DueMembershipsIT {

    private static final String FEB = "2026-02-15T10:00:00Z";
    private static final String MAR = "2026-03-15T10:00:00Z";
    private static final String APR = "2026-04-15T10:00:00Z";

    private CommandSideOnPostgres side;

    @BeforeEach
    void aProgramme() {
        side = ProgrammeOnPostgres.withPagesOf(3);
    }

    @AfterEach
    void end() {
        ProgrammeOnPostgres.end(side);
    }

    private void standstillUntil(String instant) {
        side.stop();
        side.clock().set(instant);
        side.start();
    }

    private List<String> asked(String name) {
        return side.stored(MembershipChargeDue.class).stream()
                .filter(event -> event.membershipId().equals(id(name)))
                .map(event -> event.periodStart() + " #" + event.attempt())
                .toList();
    }

    private void awaitIdle() {
        await().atMost(SOON).untilAsserted(() -> assertThat(count(
                        side, "membership_work WHERE due_at <= '" + side.clock().instant() + "'"))
                .isZero());
    }

    @Nested
    @DisplayName("is asked by the worker")
    class Charges {

        @Test
        void oncePerPeriodAndNothingMoreWithoutAnOutcomeHoweverLongTheStandstill() {
            member(side, "m-1");
            standstillUntil("2026-06-20T00:00:00Z");
            await().atMost(SOON).untilAsserted(() -> assertThat(asked("m-1")).hasSize(2));
            side.part(MembershipWorker.class).doWhatIsDue();
            awaitIdle();
            assertThat(asked("m-1")).containsExactly(START + " #1", FEB + " #1");
            pay(side, "m-1", FEB);
            pay(side, "m-1", MAR);
            assertThat(asked("m-1")).endsWith(FEB + " #1", MAR + " #1", APR + " #1");
        }

        @Test
        void againAfterItWasDeclined() {
            join(side, "m-1", "sara", Platform.WEB);
            decline(side, "m-1", START, 1);
            side.clock().set("2026-01-16T09:59:59Z");
            side.part(MembershipWorker.class).doWhatIsDue();
            assertThat(asked("m-1")).hasSize(1);
            side.clock().set("2026-01-16T10:00:00Z");
            await().atMost(SOON).untilAsserted(() -> assertThat(asked("m-1")).hasSize(2));
            assertThat(asked("m-1")).endsWith(START + " #2");
        }

        @Test
        @DisplayName("B21 also after an older renewal was paid late")
        void alsoAfterAnOlderRenewalWasPaidLate() {
            member(side, "m-1");
            side.clock().set(FEB);
            await().atMost(SOON).untilAsserted(() -> assertThat(asked("m-1")).hasSize(2));
            side.clock().set("2026-02-16T00:00:00Z");
            pause(side);
            side.clock().set("2026-02-17T00:00:00Z");
            resume(side);
            side.clock().set(MAR);
            await().atMost(SOON).untilAsserted(() -> assertThat(asked("m-1")).hasSize(3));
            pay(side, "m-1", MAR);
            pay(side, "m-1", FEB);
            awaitIdle();
            side.clock().set(APR);
            await().atMost(SOON).untilAsserted(() -> assertThat(asked("m-1")).endsWith(APR + " #1"));
        }

        @Test
        @DisplayName("of many members over several pages, each once")
        void ofManyMembers() {
            ProgrammeOnPostgres.members(side, 10);
            standstillUntil("2026-03-01T00:00:00Z");
            await().atMost(SOON).untilAsserted(() -> assertThat(side.stored(MembershipChargeDue.class))
                    .hasSize(20));
            awaitIdle();
            assertThat(side.stored(MembershipChargeDue.class)).hasSize(20);
        }
    }

    @Nested
    @DisplayName("comes in the order of its time")
    class Order {

        @Test
        @DisplayName("B23 B25 the mobile store's ends at its period, the web's with the pause")
        void mobileBeforeTheEndOfThePause() {
            member(side, "web");
            join(side, "ios", "sara", Platform.IOS);
            pay(side, "ios", START);
            side.clock().set("2026-01-20T00:00:00Z");
            pause(side);
            await().atMost(SOON).untilAsserted(() -> assertThat(side.stored(MembershipPaused.class))
                    .hasSize(2));
            standstillUntil("2026-08-01T00:00:00Z");
            await().atMost(SOON).untilAsserted(() -> assertThat(side.stored(MembershipEnded.class))
                    .hasSize(2));
            Instant expiry = Instant.parse("2026-05-20T00:00:00Z");
            assertThat(side.stored(MembershipEnded.class))
                    .containsExactly(
                            new MembershipEnded(id("ios"), EndReason.MOBILE_PERIOD_ENDED, Instant.parse(FEB)),
                            new MembershipEnded(id("web"), EndReason.PAUSE_EXPIRED, expiry));
            assertThat(side.stored(MembershipProgrammeTerminated.class))
                    .singleElement()
                    .satisfies(event -> assertThat(event.terminatedAt()).isEqualTo(expiry));
            assertThat(side.stored(RefundDue.class)).singleElement().satisfies(event -> assertThat(event.membershipId())
                    .isEqualTo(id("web")));
        }

        @Test
        @DisplayName("B27 one that fails holds up nobody else")
        void oneThatFailsHoldsUpNobodyElse() {
            member(side, "m-1");
            side.database()
                    .update("INSERT INTO membership_work (membership_id, channel_id, due_at)"
                            + " SELECT 'a-' || n, 'ch-1', '2026-01-01T00:00:00Z' FROM generate_series(1, 7) n");
            side.clock().set(FEB);
            await().atMost(SOON).untilAsserted(() -> assertThat(asked("m-1")).hasSize(2));
            pause(side);
            side.clock().set("2026-06-15T10:00:00Z");
            await().atMost(SOON).untilAsserted(() -> assertThat(side.stored(MembershipProgrammeTerminated.class))
                    .hasSize(1));
        }
    }

    @Nested
    @DisplayName("stands in tables that may be wrong")
    class Tables {

        @Test
        void aRowWithNothingToDoIsLookedAtOnce() {
            member(side, "m-1");
            await().atMost(SOON).until(() -> count(side, "membership_work WHERE due_at IS NOT NULL") == 1);
            side.database().update("UPDATE membership_work SET due_at = '2026-01-01T00:00:00Z'");
            long head = side.part(StoredEvents.class).head();
            awaitIdle();
            assertThat(count(side, "membership_work WHERE due_at IS NULL")).isEqualTo(1);
            assertThat(side.part(StoredEvents.class).head()).isEqualTo(head);
        }

        @Test
        @DisplayName("B13 whoever cancelled is forgotten once the paid period is over")
        void whoeverCancelledIsForgotten() {
            member(side, "m-1");
            cancel(side, "m-1");
            await().atMost(SOON).until(() -> count(side, "membership_work WHERE listed_until IS NOT NULL") == 1);
            side.clock().set("2026-02-15T09:59:59Z");
            side.part(MembershipWorker.class).doWhatIsDue();
            assertThat(count(side, "membership_work")).isEqualTo(1);
            side.clock().set(FEB);
            await().atMost(SOON).until(() -> count(side, "membership_work") == 0);
        }

        @Test
        @DisplayName("B25 whoever cancelled is not forgotten before a turn of that time, though the table has it late")
        void whoeverCancelledFollowsTheTurnsOfThatTime() {
            member(side, "m-1");
            cancel(side, "m-1");
            await().atMost(SOON).until(() -> count(side, "membership_work WHERE listed_until IS NOT NULL") == 1);
            side.commits().fail(Integer.MAX_VALUE, 1);
            terminate(side);
            await().atMost(SOON).until(() -> count(side, "programme_turn") == 1);
            side.stop();
            side.database().update("DELETE FROM programme_turn");
            side.commits().fail(0, 0);
            side.clock().set("2026-03-01T00:00:00Z");
            side.start();
            await().atMost(SOON).untilAsserted(() -> assertThat(side.stored(RefundDue.class))
                    .hasSize(1));
            assertThat(side.stored(MembershipEnded.class))
                    .containsExactly(new MembershipEnded(id("m-1"), EndReason.VOLUNTARY, Instant.parse(START)));
        }
    }

    @Nested
    @DisplayName("L5 is a day of income")
    class Days {

        @BeforeEach
        void aPayment() {
            member(side, "m-1");
            await().atMost(SOON).until(() -> count(side, "membership_day_work") == 1);
        }

        @Test
        void sealedOneHourAfterItsEndOnce() {
            side.clock().set("2026-01-16T00:59:59.999Z");
            side.part(MembershipWorker.class).doWhatIsDue();
            assertThat(side.stored(MembershipDaySealed.class)).isEmpty();
            side.clock().set("2026-01-16T01:00:00Z");
            await().atMost(SOON).until(() -> count(side, "membership_day_work") == 0);
            side.part(MembershipWorker.class).doWhatIsDue();
            assertThat(side.stored(MembershipDaySealed.class)).hasSize(1);
            assertThat(side.stored(MembershipIncomeFinalized.class))
                    .singleElement()
                    .satisfies(event -> assertThat(event.creatorPart())
                            .isEqualTo(side.stored(MembershipDaySealed.class)
                                    .get(0)
                                    .creatorPart()));
        }

        @Test
        void finalizedOnceAlsoAfterACrashBetweenTheTwo() {
            side.commits().fail(Integer.MAX_VALUE, 1);
            side.clock().set("2026-01-16T01:00:00Z");
            await().atMost(SOON).untilAsserted(() -> assertThat(side.stored(MembershipDaySealed.class))
                    .hasSize(1));
            assertThat(side.stored(MembershipIncomeFinalized.class)).isEmpty();
            side.stop();
            side.commits().fail(0, 0);
            side.start();
            await().atMost(SOON).until(() -> count(side, "membership_day_work") == 0);
            assertThat(side.stored(MembershipDaySealed.class)).hasSize(1);
            assertThat(side.stored(MembershipIncomeFinalized.class)).hasSize(1);
        }

        @Test
        void quietWhenTheTableIsBehind() {
            side.clock().set("2026-01-16T01:00:00Z");
            await().atMost(SOON).until(() -> count(side, "membership_day_work") == 0);
            side.database()
                    .update("INSERT INTO membership_day_work VALUES"
                            + " ('ch-1:USD:2026-01-15', '2026-01-16T01:00:00Z')");
            await().atMost(SOON).until(() -> count(side, "membership_day_work") == 0);
            assertThat(side.stored(MembershipDaySealed.class)).hasSize(1);
            assertThat(side.stored(MembershipIncomeFinalized.class)).hasSize(1);
        }
    }
}
