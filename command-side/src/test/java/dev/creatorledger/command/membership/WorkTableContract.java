package dev.creatorledger.command.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.command.membership.WorkTable.DueMembership;
import dev.creatorledger.command.membership.WorkTable.ExpiredPause;
import dev.creatorledger.command.membership.WorkTable.OpenTurn;
import dev.creatorledger.command.membership.WorkTable.Work;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.platform.metrics.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of the work on memberships, wherever it is kept. */
abstract class WorkTableContract {

    private static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");
    private static final ChannelId CHANNEL = new ChannelId("ch-1");
    private static final ChannelId OTHER = new ChannelId("ch-2");
    private static final MembershipId ONE = new MembershipId("m-1");
    private static final MembershipId TWO = new MembershipId("m-2");

    @SuppressWarnings("NullAway.Init")
    private WorkTable table;

    /** A table that holds nothing. */
    abstract WorkTable empty();

    @BeforeEach
    void begin() {
        table = empty();
    }

    @Test
    void findsMembershipsWhenSomethingIsDue() {
        table.begin(TWO, CHANNEL);
        table.begin(ONE, CHANNEL);
        table.begin(ONE, CHANNEL);
        assertThat(table.due(NOW, 10, 0)).isEmpty();
        table.dueAt(TWO, NOW);
        table.dueAt(ONE, NOW.minusSeconds(5));
        assertThat(table.due(NOW.minusNanos(1_000), 10, 0))
                .containsExactly(new DueMembership(ONE, CHANNEL, NOW.minusSeconds(5)));
        assertThat(table.due(NOW, 10, 0))
                .extracting(DueMembership::membershipId)
                .containsExactly(ONE, TWO);
        assertThat(table.due(NOW, 1, 1)).extracting(DueMembership::membershipId).containsExactly(TWO);
        table.dueAt(ONE, null);
        assertThat(table.due(NOW, 10, 0))
                .extracting(DueMembership::membershipId)
                .containsExactly(TWO);
        table.forget(TWO);
        table.dueAt(TWO, NOW);
        assertThat(table.due(NOW, 10, 0)).isEmpty();
    }

    @Test
    void keepsTheLaterOfTwoPeriods() {
        table.begin(ONE, CHANNEL);
        table.paidUntil(ONE, NOW);
        table.paidUntil(ONE, NOW.minusSeconds(60));
        assertThat(table.due(NOW, 10, 0)).containsExactly(new DueMembership(ONE, CHANNEL, NOW));
        table.paidUntil(ONE, NOW.plusSeconds(60));
        assertThat(table.due(NOW, 10, 0)).isEmpty();
    }

    @Test
    void isDoneWithWhatWasDueButNotWithWhatIsDueByNow() {
        table.begin(ONE, CHANNEL);
        table.dueAt(ONE, NOW);
        DueMembership due = table.due(NOW, 10, 0).get(0);
        table.dueAt(ONE, NOW.plusSeconds(1));
        table.done(due);
        DueMembership later = table.due(NOW.plusSeconds(1), 10, 0).get(0);
        table.done(later);
        assertThat(table.due(NOW.plusSeconds(1), 10, 0)).isEmpty();
        assertThat(table.members(CHANNEL, "", 10)).as("still a member").containsExactly(ONE);
        table.cancelled(ONE, NOW.plusSeconds(2));
        table.done(table.due(NOW.plusSeconds(2), 10, 0).get(0));
        assertThat(table.members(CHANNEL, "", 10))
                .as("over with the end of what was paid")
                .isEmpty();
    }

    @Test
    void listsTheMembersOfAProgramme() {
        table.begin(TWO, CHANNEL);
        table.begin(ONE, CHANNEL);
        table.begin(new MembershipId("m-3"), OTHER);
        assertThat(table.members(CHANNEL, "", 1)).containsExactly(ONE);
        assertThat(table.members(CHANNEL, ONE.value(), 10)).containsExactly(TWO);
        assertThat(table.countMembers(CHANNEL)).isEqualTo(2);
    }

    @Test
    void countsWhomATurnHasReachedOnce() {
        table.turned(OTHER, 1, true);
        table.turned(CHANNEL, 10, false);
        table.turned(CHANNEL, 9, false);
        OpenTurn turn = table.turns(CHANNEL).get(0);
        assertThat(turn).isEqualTo(new OpenTurn(CHANNEL, 9, false, "", 0));
        table.told(turn, "", ONE, 5);
        table.told(turn, "", ONE, 5);
        table.turned(CHANNEL, 9, false);
        assertThat(table.turns(CHANNEL))
                .containsExactly(new OpenTurn(CHANNEL, 9, false, "m-1", 5), new OpenTurn(CHANNEL, 10, false, "", 0));
        assertThat(table.turnsAfter(CHANNEL.value(), 9, 1))
                .extracting(OpenTurn::turn)
                .containsExactly(10L);
        assertThat(table.turnsAfter(CHANNEL.value(), 10, 5)).containsExactly(new OpenTurn(OTHER, 1, true, "", 0));
        table.turnDone(CHANNEL, 9);
        assertThat(table.turns(CHANNEL)).extracting(OpenTurn::turn).containsExactly(10L);
    }

    @Test
    void findsThePauseThatHasLastedTooLong() {
        table.paused(CHANNEL, NOW);
        table.paused(OTHER, NOW.minusSeconds(1));
        assertThat(table.expired(NOW)).contains(new ExpiredPause(OTHER, NOW.minusSeconds(1)));
        table.paused(OTHER, NOW.plusSeconds(1));
        table.done(new ExpiredPause(OTHER, NOW.minusSeconds(1)));
        assertThat(table.expired(NOW)).contains(new ExpiredPause(CHANNEL, NOW));
        table.done(new ExpiredPause(CHANNEL, NOW));
        assertThat(table.expired(NOW.plusSeconds(1))).contains(new ExpiredPause(OTHER, NOW.plusSeconds(1)));
        table.notPaused(OTHER);
        assertThat(table.expired(NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    void findsTheDaysThatAreToBeMadeFinal() {
        MembershipDayId day = MembershipDayId.parse("ch-1:IRR:2026-06-14");
        table.dayBooked(day, NOW);
        table.dayBooked(day, NOW.minusSeconds(60));
        assertThat(table.days(NOW.minusNanos(1_000), 10, 0)).isEmpty();
        assertThat(table.days(NOW, 10, 0)).containsExactly(day);
        assertThat(table.days(NOW, 10, 1)).isEmpty();
        table.dayFinal(day);
        assertThat(table.days(NOW, 10, 0)).isEmpty();
    }

    @Test
    void tellsWhatIsToBeDone() {
        table.begin(ONE, CHANNEL);
        table.begin(TWO, CHANNEL);
        table.dueAt(ONE, NOW.minusSeconds(5));
        table.paused(CHANNEL, NOW.minusSeconds(9));
        table.turned(CHANNEL, 1, false);
        table.dayBooked(MembershipDayId.parse("ch-1:IRR:2026-06-14"), NOW);
        assertThat(table.work(NOW, 10)).isEqualTo(new Work(new Waiting(1, 1, 9), 1, 1));
    }

    @Test
    void writesWhatABatchOfEventsTellsWhenItCommitsAndInItsOrder() {
        UnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("batch"));
        table.begin(ONE, CHANNEL);
        table.dueAt(ONE, NOW);
        table.forget(ONE);
        table.begin(TWO, CHANNEL);
        table.dueAt(TWO, NOW);
        table.dueAt(TWO, NOW.minus(Duration.ofSeconds(1)));
        assertThat(table.due(NOW, 10, 0)).isEmpty();
        batch.commit();
        assertThat(table.due(NOW, 10, 0)).isEqualTo(List.of(new DueMembership(TWO, CHANNEL, NOW.minusSeconds(1))));
    }
}
