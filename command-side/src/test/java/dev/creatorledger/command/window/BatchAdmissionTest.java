package dev.creatorledger.command.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Letting batches in")
class BatchAdmissionTest {

    private final BatchAdmission admission = new BatchAdmission(8);

    @Test
    void keepsTheShareOfOneMoreCallerFree() {
        assertThat(entered("one", 20)).hasSize(4);
        assertThat(entered("other", 20)).hasSize(2);
        assertThat(entered("third", 20)).hasSize(2);
    }

    @Test
    void refusesWhenEveryPlaceIsTaken() {
        entered("one", 4);
        entered("other", 2);
        entered("third", 2);
        assertRefused("fourth");
    }

    @Test
    void takesTheNextOneInWhenAPlaceIsGivenBack() {
        Deque<BatchAdmission.Place> places = entered("one", 4);
        assertRefused("one");
        places.pop().leave();
        assertThat(entered("one", 2)).hasSize(1);
    }

    @Test
    void countsALargeBatchAsSeveral() {
        entered("one", 1);
        assertThatThrownBy(() -> admission.enter("one", 4)).isInstanceOf(Refusal.class);
        assertThat(admission.enter("one", 3)).isNotNull();
    }

    @Test
    void letsOneBatchInThatIsLargerThanItsShare() {
        BatchAdmission.Place place = admission.enter("one", 8);
        assertRefused("other");
        place.leave();
        assertThat(entered("other", 20)).hasSize(4);
    }

    @Test
    void forgetsWhoHasNothingInside() {
        entered("one", 4).forEach(BatchAdmission.Place::leave);
        assertThat(entered("other", 20)).hasSize(4);
    }

    @Test
    void neverLetsMoreInThanThereArePlacesHoweverManyCome() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService callers = Executors.newFixedThreadPool(16);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String caller = "caller-" + i % 5;
                done.add(callers.submit(() -> comeAndGo(caller, inside, most)));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(most.get()).isBetween(1, 8);
        assertThat(entered("afterwards", 20)).hasSize(4);
    }

    private void comeAndGo(String caller, AtomicInteger inside, AtomicInteger most) {
        for (int i = 0; i < 2_000; i++) {
            try {
                BatchAdmission.Place place = admission.enter(caller, 1);
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                inside.decrementAndGet();
                place.leave();
            } catch (Refusal full) {
                assertThat(full.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
            }
        }
    }

    private Deque<BatchAdmission.Place> entered(String caller, int attempts) {
        Deque<BatchAdmission.Place> places = new ArrayDeque<>();
        for (int i = 0; i < attempts; i++) {
            try {
                places.push(admission.enter(caller, 1));
            } catch (Refusal full) {
                break;
            }
        }
        return places;
    }

    private void assertRefused(String caller) {
        assertThatThrownBy(() -> admission.enter(caller, 1))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS));
    }
}
