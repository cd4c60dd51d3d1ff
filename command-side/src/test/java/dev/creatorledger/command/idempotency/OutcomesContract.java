package dev.creatorledger.command.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.command.idempotency.Outcomes.Found;
import dev.creatorledger.command.idempotency.Outcomes.Outcome;
import dev.creatorledger.command.idempotency.Outcomes.Reservation;
import dev.creatorledger.command.idempotency.Outcomes.Reused;
import dev.creatorledger.command.idempotency.Outcomes.Running;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What holds of first outcomes, wherever they are kept. */
abstract class OutcomesContract {

    static final IdempotencySettings SETTINGS =
            new IdempotencySettings(Duration.ofDays(30), Duration.ofMinutes(2), Duration.ofMinutes(1), 1_000);

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final KeyedRequest REQUEST = new KeyedRequest("key", "request");
    private static final KeyedRequest OTHER = new KeyedRequest("key", "other");
    private static final Outcome ANSWER =
            new Outcome(201, "application/json", "{\"id\":\"p-1\"}".getBytes(StandardCharsets.UTF_8));

    /** A node's outcomes in the store of this test, which is empty at its start; each call is a new life of the node. */
    abstract Outcomes node(String name);

    private static Reservation taken(Found found) {
        assertThat(found).isInstanceOf(Reservation.class);
        return (Reservation) found;
    }

    private static void holdsTheAnswer(Found found) {
        assertThat(found).usingRecursiveComparison().isEqualTo(ANSWER);
    }

    @Test
    void aFreeKeyIsTakenOnce() {
        Outcomes outcomes = node("one");
        Reservation first = taken(outcomes.reserve(REQUEST, NOW));
        assertThat(first.since()).isEqualTo(NOW);
        assertThat(first.takenOver()).isFalse();
        assertThat(outcomes.reserve(REQUEST, NOW.plusSeconds(1))).isEqualTo(new Running());
        assertThat(node("two").reserve(REQUEST, NOW.plusSeconds(119))).isEqualTo(new Running());
        assertThat(outcomes.reserve(OTHER, NOW)).isEqualTo(new Reused());
    }

    @Test
    void theFirstOutcomeIsGivenAgainByteForByteAndNeverReplaced() {
        Outcomes outcomes = node("one");
        Reservation first = taken(outcomes.reserve(REQUEST, NOW));
        outcomes.keep(first, ANSWER, NOW);
        outcomes.keep(first, new Outcome(500, null, new byte[0]), NOW);
        outcomes.release(first);
        outcomes.abandon(first);
        holdsTheAnswer(outcomes.reserve(REQUEST, NOW.plusSeconds(1)));
        holdsTheAnswer(node("two").reserve(REQUEST, NOW.plus(Duration.ofDays(29))));
        assertThat(outcomes.reserve(OTHER, NOW)).isEqualTo(new Reused());
    }

    @Test
    void anOutcomeWithoutABodyIsKeptToo() {
        Outcomes outcomes = node("one");
        outcomes.keep(taken(outcomes.reserve(REQUEST, NOW)), new Outcome(204, null, new byte[0]), NOW);
        assertThat(outcomes.reserve(REQUEST, NOW))
                .usingRecursiveComparison()
                .isEqualTo(new Outcome(204, null, new byte[0]));
    }

    @Test
    void aReleasedKeyIsFreeForAnyRequest() {
        Outcomes outcomes = node("one");
        outcomes.release(taken(outcomes.reserve(REQUEST, NOW)));
        assertThat(taken(outcomes.reserve(OTHER, NOW)).takenOver()).isFalse();
    }

    @Test
    void whatIsLeftRunningIsTakenOverWhenItsLeaseIsOver() {
        Reservation first = taken(node("one").reserve(REQUEST, NOW));
        Outcomes other = node("two");
        Instant later = NOW.plus(SETTINGS.lease());
        Reservation second = taken(other.reserve(REQUEST, later));
        assertThat(second.takenOver()).isTrue();
        assertThat(second.since()).isEqualTo(NOW);
        other.keep(first, new Outcome(500, null, new byte[0]), later);
        other.release(first);
        assertThat(other.reserve(REQUEST, later))
                .as("who is gone changes nothing")
                .isEqualTo(new Running());
        other.keep(second, ANSWER, later);
        holdsTheAnswer(other.reserve(REQUEST, later));
    }

    @Test
    void aNodeTakesOverAtOnceWhatItsEarlierLifeLeftRunning() {
        node("one").reserve(REQUEST, NOW);
        assertThat(node("two").reserve(REQUEST, NOW)).isEqualTo(new Running());
        assertThat(taken(node("one").reserve(REQUEST, NOW)).takenOver()).isTrue();
        assertThat(node("one").reserve(OTHER, NOW)).isEqualTo(new Reused());
    }

    @Test
    void whatWasAbandonedIsTakenOverByTheSameRequestAndBegunAnewByAnother() {
        Outcomes outcomes = node("one");
        outcomes.abandon(taken(outcomes.reserve(REQUEST, NOW)));
        Reservation again = taken(outcomes.reserve(REQUEST, NOW.plusSeconds(1)));
        assertThat(again.takenOver()).isTrue();
        assertThat(again.since()).isEqualTo(NOW);
        outcomes.abandon(again);
        Reservation anew = taken(outcomes.reserve(OTHER, NOW.plusSeconds(2)));
        assertThat(anew.takenOver()).isFalse();
        assertThat(anew.since()).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void whatIsPastItsTimeIsForgottenWhetherSweptOrNot() {
        Outcomes outcomes = node("one");
        outcomes.keep(taken(outcomes.reserve(REQUEST, NOW)), ANSWER, NOW);
        Instant late = NOW.plus(SETTINGS.keep());
        assertThat(outcomes.forget(late.minusSeconds(1), 10)).isZero();
        assertThat(taken(outcomes.reserve(OTHER, late)).takenOver()).isFalse();
        assertThat(outcomes.forget(late, 10)).as("it was taken anew").isZero();
        for (int i = 0; i < 5; i++) {
            outcomes.reserve(new KeyedRequest("key-" + i, "request"), NOW);
        }
        assertThat(outcomes.forget(late, 3)).isEqualTo(3);
        assertThat(outcomes.forget(late, 3)).isEqualTo(2);
        assertThat(outcomes.reserve(OTHER, late)).isEqualTo(new Running());
    }

    @Test
    void oneOfManyAtOnceTakesAKeyThatWasLeftAndOneThatIsFree() throws Exception {
        node("gone").reserve(REQUEST, NOW);
        List<Outcomes> nodes = List.of(node("one"), node("two"), node("three"), node("four"));
        assertThat(reservations(nodes, REQUEST, NOW.plus(SETTINGS.lease()))).isEqualTo(1);
        for (int i = 0; i < 20; i++) {
            assertThat(reservations(nodes, new KeyedRequest("free-" + i, "request"), NOW))
                    .isEqualTo(1);
        }
    }

    private static long reservations(List<Outcomes> nodes, KeyedRequest request, Instant now) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        try {
            List<Callable<Found>> races = new ArrayList<>();
            nodes.forEach(node -> races.addAll(Collections.nCopies(2, () -> node.reserve(request, now))));
            long won = 0;
            for (Future<Found> race : threads.invokeAll(races)) {
                won += race.get() instanceof Reservation ? 1 : 0;
            }
            return won;
        } finally {
            threads.shutdownNow();
        }
    }
}
