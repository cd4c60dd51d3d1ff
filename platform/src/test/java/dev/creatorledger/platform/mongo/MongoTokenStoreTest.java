package dev.creatorledger.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MongoTokenStoreTest {

    private static final String PROCESSOR = "views";

    private final MongoDatabase database = TestMongo.database();
    private final MovableClock clock = new MovableClock();
    private final MongoTokenStore one = new MongoTokenStore(database, "one", Duration.ofSeconds(10), clock);
    private final MongoTokenStore other = new MongoTokenStore(database, "other", Duration.ofSeconds(10), clock);

    @BeforeEach
    void initialize() {
        one.initializeTokenSegments(PROCESSOR, 2, null);
    }

    @Nested
    class Tokens {

        @Test
        void begin_at_the_beginning() {
            assertThat(one.fetchToken(PROCESSOR, 0)).isNull();
            assertThat(one.fetchSegments(PROCESSOR)).containsExactly(0, 1);
        }

        @Test
        void come_back_as_they_were_stored() {
            one.fetchToken(PROCESSOR, 0);
            one.storeToken(new GlobalSequenceTrackingToken(42), PROCESSOR, 0);
            assertThat(one.fetchToken(PROCESSOR, 0)).isEqualTo(new GlobalSequenceTrackingToken(42));
            GapAwareTrackingToken gaps = GapAwareTrackingToken.newInstance(9, Set.of(3L, 5L));
            one.storeToken(gaps, PROCESSOR, 0);
            assertThat(one.fetchToken(PROCESSOR, 0)).isEqualTo(gaps);
        }

        @Test
        void can_be_stored_twice_in_the_same_millisecond() {
            one.fetchToken(PROCESSOR, 0);
            one.storeToken(new GlobalSequenceTrackingToken(42), PROCESSOR, 0);
            one.storeToken(new GlobalSequenceTrackingToken(42), PROCESSOR, 0);
            assertThat(one.fetchToken(PROCESSOR, 0)).isEqualTo(new GlobalSequenceTrackingToken(42));
        }

        @Test
        void of_another_kind_are_refused() {
            one.fetchToken(PROCESSOR, 0);
            var replay = ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(42));
            assertThatThrownBy(() -> one.storeToken(replay, PROCESSOR, 0)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void tell_how_far_all_nodes_together_have_come() {
            assertThat(one.reached("unheard of")).isZero();
            one.fetchToken(PROCESSOR, 0);
            one.storeToken(new GlobalSequenceTrackingToken(42), PROCESSOR, 0);
            assertThat(one.reached(PROCESSOR))
                    .as("the other segment has not begun")
                    .isZero();
            other.fetchToken(PROCESSOR, 1);
            other.storeToken(new GlobalSequenceTrackingToken(40), PROCESSOR, 1);
            assertThat(one.reached(PROCESSOR)).isEqualTo(40);
            other.storeToken(GapAwareTrackingToken.newInstance(99, Set.of(7L, 50L)), PROCESSOR, 1);
            assertThat(one.reached(PROCESSOR)).as("before its first gap").isEqualTo(6);
            other.storeToken(GapAwareTrackingToken.newInstance(99, Set.of()), PROCESSOR, 1);
            assertThat(one.reached(PROCESSOR)).isEqualTo(42);
        }

        @Test
        void are_initialized_once() {
            assertThatThrownBy(() -> other.initializeTokenSegments(PROCESSOR, 2, null))
                    .isInstanceOf(UnableToClaimTokenException.class);
            assertThatThrownBy(() -> other.initializeSegment(null, PROCESSOR, 1))
                    .isInstanceOf(UnableToInitializeTokenException.class);
        }
    }

    @Nested
    class A_claim {

        @Test
        void keeps_others_away_until_it_is_released() {
            one.fetchToken(PROCESSOR, 0);
            assertThatThrownBy(() -> other.fetchToken(PROCESSOR, 0)).isInstanceOf(UnableToClaimTokenException.class);
            one.releaseClaim(PROCESSOR, 0);
            assertThat(other.fetchToken(PROCESSOR, 0)).isNull();
        }

        @Test
        void is_lost_when_it_is_not_shown_in_time() {
            one.fetchToken(PROCESSOR, 0);
            clock.forward(Duration.ofMillis(10_001));
            other.fetchToken(PROCESSOR, 0);
            assertThatThrownBy(() -> one.extendClaim(PROCESSOR, 0)).isInstanceOf(UnableToClaimTokenException.class);
            assertThatThrownBy(() -> one.storeToken(new GlobalSequenceTrackingToken(1), PROCESSOR, 0))
                    .isInstanceOf(UnableToClaimTokenException.class);
        }

        @Test
        void holds_when_it_is_shown() {
            one.fetchToken(PROCESSOR, 0);
            for (int i = 0; i < 5; i++) {
                clock.forward(Duration.ofSeconds(4));
                one.extendClaim(PROCESSOR, 0);
            }
            assertThatThrownBy(() -> other.fetchToken(PROCESSOR, 0)).isInstanceOf(UnableToClaimTokenException.class);
        }

        @Test
        void from_a_clock_that_was_far_ahead_does_not_last_till_then() {
            clock.forward(Duration.ofDays(121));
            one.fetchToken(PROCESSOR, 0);
            clock.forward(Duration.ofDays(-121));
            assertThat(other.fetchToken(PROCESSOR, 0)).isNull();
        }

        @Test
        void of_one_segment_leaves_the_other_free() {
            one.fetchToken(PROCESSOR, 0);
            assertThat(other.fetchToken(PROCESSOR, 1)).isNull();
        }
    }

    /** Shows the time it is told. */
    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-01-31T10:00:00Z");

        void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
