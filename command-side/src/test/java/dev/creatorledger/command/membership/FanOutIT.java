package dev.creatorledger.command.membership;

import static dev.creatorledger.command.membership.ProgrammeOnPostgres.SOON;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.USD;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.cancel;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.count;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.member;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.members;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.pause;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.resume;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.terminate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipPaymentBooked;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipRefundBooked;
import dev.creatorledger.events.membership.MembershipEvent;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargePaid;
import dev.creatorledger.events.membership.MembershipEvent.MembershipEnded;
import dev.creatorledger.events.membership.MembershipEvent.MembershipPaused;
import dev.creatorledger.events.membership.MembershipEvent.MembershipResumed;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipIncomeFinalized;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipRefundsBooked;
import dev.creatorledger.events.membership.RefundEvent.RefundDue;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.store.StoredEvent;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B27 A turn of a programme with more members than one page")
class FanOutIT {

    private static final int MEMBERS = 17;
    private static final int PAGE = 5;

    private CommandSideOnPostgres side;

    @BeforeEach
    void manyMembers() {
        side = ProgrammeOnPostgres.withPagesOf(PAGE);
        members(side, MEMBERS);
        await().atMost(SOON).until(() -> count(side, "membership_work") == MEMBERS);
    }

    @AfterEach
    void end() {
        ProgrammeOnPostgres.end(side);
    }

    private <E> void awaitEach(Class<E> type) {
        await().atMost(SOON).untilAsserted(() -> assertThat(side.stored(type)).hasSizeGreaterThanOrEqualTo(MEMBERS));
    }

    private <E extends MembershipEvent> void onceEach(Class<E> type) {
        assertThat(side.stored(type))
                .hasSize(MEMBERS)
                .extracting(MembershipEvent::membershipId)
                .doesNotHaveDuplicates();
    }

    private void awaitDone() {
        await().atMost(SOON).until(() -> count(side, "programme_turn") == 0);
    }

    @Test
    @DisplayName("B21 B22 B25 reaches everybody once: pause, resumption, termination")
    void reachesEverybodyOnce() {
        pause(side);
        awaitEach(MembershipPaused.class);
        awaitDone();
        resume(side);
        awaitEach(MembershipResumed.class);
        awaitDone();
        terminate(side);
        awaitEach(MembershipEnded.class);
        await().atMost(SOON).untilAsserted(() -> assertThat(side.stored(MembershipRefundsBooked.class))
                .hasSize(1));
        awaitDone();
        onceEach(MembershipPaused.class);
        onceEach(MembershipResumed.class);
        onceEach(MembershipEnded.class);
        everyPaymentIsRefundedOnce();
    }

    private void everyPaymentIsRefundedOnce() {
        assertThat(side.stored(RefundDue.class))
                .extracting(RefundDue::chargeId, RefundDue::split)
                .containsExactlyInAnyOrderElementsOf(side.stored(MembershipChargePaid.class).stream()
                        .map(paid -> org.assertj.core.groups.Tuple.tuple(paid.chargeId(), paid.split()))
                        .toList());
        assertThat(side.stored(MembershipRefundBooked.class))
                .extracting(MembershipRefundBooked::refundId)
                .containsExactlyInAnyOrderElementsOf(side.stored(RefundDue.class).stream()
                        .map(RefundDue::refundId)
                        .toList());
        List<String> types = side.raw().stream().map(StoredEvent::type).toList();
        assertThat(types.indexOf("MembershipRefundsBooked"))
                .as("the refunds are booked before it is said")
                .isGreaterThan(types.lastIndexOf("MembershipRefundBooked"))
                .isGreaterThan(types.lastIndexOf("MembershipEnded"));
    }

    @Test
    @DisplayName("B25 ends everybody and refunds once though commits fail and the process dies in the middle")
    void survivesACrashInTheMiddle() {
        cancel(side, "m-3");
        side.commits().fail(Integer.MAX_VALUE, 1 + 2); // the termination, and two pages
        terminate(side);
        await().atMost(SOON).untilAsserted(() -> assertThat(side.stored(MembershipEnded.class))
                .hasSizeGreaterThanOrEqualTo(PAGE));
        assertThat(side.stored(MembershipRefundsBooked.class)).isEmpty();
        assertThat(side.stored(MembershipEnded.class)).hasSizeLessThan(MEMBERS);
        side.stop();
        side.commits().fail(0, 0);
        side.start();
        await().atMost(SOON).untilAsserted(() -> assertThat(side.stored(MembershipRefundsBooked.class))
                .hasSize(1));
        awaitDone();
        onceEach(MembershipEnded.class);
        everyPaymentIsRefundedOnce();
        sumsAreEqual();
    }

    private void sumsAreEqual() {
        side.clock().set("2026-02-01T00:00:00Z");
        await().atMost(SOON).until(() -> count(side, "membership_day_work") == 0);
        Money paid = side.stored(MembershipPaymentBooked.class).stream()
                .map(event -> event.split().creatorPart())
                .reduce(Money.zero(USD), Money::plus);
        Money refunded = side.stored(MembershipRefundBooked.class).stream()
                .map(event -> event.split().creatorPart())
                .reduce(Money.zero(USD), Money::plus);
        Money balance = side.stored(MembershipIncomeFinalized.class).stream()
                .map(MembershipIncomeFinalized::creatorPart)
                .reduce(Money.zero(USD), Money::plus);
        assertThat(balance).isEqualTo(paid.minus(refunded)).isEqualTo(Money.zero(USD));
    }

    @Test
    @DisplayName("of a single commit that fails nobody is left out")
    void ofASingleCommitThatFailsNobodyIsLeftOut() {
        side.commits().fail(PAGE + 1, 1 + 1); // the second page together, and each of it alone
        terminate(side);
        await().atMost(SOON).untilAsserted(() -> assertThat(side.stored(MembershipRefundsBooked.class))
                .hasSize(1));
        onceEach(MembershipEnded.class);
        everyPaymentIsRefundedOnce();
    }

    @Test
    @DisplayName("B21 B22 overtaken by the next one, each member follows both in their order")
    void overtakenByTheNextOne() {
        side.commits().fail(Integer.MAX_VALUE, 1 + 1); // the pause, and one page
        pause(side);
        await().atMost(SOON).untilAsserted(() -> assertThat(side.stored(MembershipPaused.class))
                .hasSizeGreaterThanOrEqualTo(1));
        side.stop();
        side.commits().fail(0, 0);
        side.clock().set("2026-01-20T00:00:00Z");
        side.start();
        resume(side);
        awaitEach(MembershipResumed.class);
        awaitDone();
        onceEach(MembershipPaused.class);
        onceEach(MembershipResumed.class);
    }

    @Test
    @DisplayName("B26 turning on anew waits until the refunds are booked, and its members are not the old ones")
    void turningOnAnewWaits() {
        side.commits().fail(Integer.MAX_VALUE, 1 + 1); // the termination, and one page
        terminate(side);
        assertThatThrownBy(() -> ProgrammeOnPostgres.enable(side))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.PROGRAMME_ENDING));
        side.stop();
        side.commits().fail(0, 0);
        side.start();
        await().atMost(SOON).untilAsserted(() -> assertThat(side.stored(MembershipRefundsBooked.class))
                .hasSize(1));
        ProgrammeOnPostgres.enable(side);
        member(side, "new");
        awaitDone();
        onceEach(MembershipEnded.class);
        assertThat(count(side, "membership_work WHERE membership_id = 'new'")).isLessThanOrEqualTo(1);
        assertThat(side.stored(MembershipEnded.class))
                .extracting(event -> event.membershipId().value())
                .doesNotContain("new");
    }
}
