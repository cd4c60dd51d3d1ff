package dev.creatorledger.command.config;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@DisplayName("Work that fails again and again")
class BackOffTest {

    private static final Logger LOG = LoggerFactory.getLogger(BackOffTest.class);

    /** Begins where a long is about to overflow, as nanoTime may. */
    private long now = Long.MAX_VALUE - Duration.ofSeconds(2).toNanos();

    private final BackOff<String> backOff = new BackOff<>(LOG, () -> now);

    private void fail(String work) {
        backOff.failed(work, "The work " + work + " could not be done", new IllegalStateException("no room"));
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void isReadyUntilItFails() {
        assertThat(backOff.isReady("a")).isTrue();
        assertThat(backOff.hasFailed("a")).isFalse();
        fail("a");
        assertThat(backOff.isReady("a")).isFalse();
        assertThat(backOff.hasFailed("a")).isTrue();
        assertThat(backOff.isReady("b")).isTrue();
    }

    @Test
    void waitsTwiceAsLongEachTimeUpToFiveMinutes() {
        List<Long> waits = new ArrayList<>();
        for (int failure = 0; failure < 11; failure++) {
            fail("a");
            long seconds = 0;
            while (!backOff.isReady("a")) {
                pass(Duration.ofSeconds(1));
                seconds++;
            }
            waits.add(seconds);
        }
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
    }

    @Test
    void isReadyAtTheTimeAndNotANanosecondBefore() {
        fail("a");
        pass(Duration.ofSeconds(1).minusNanos(1));
        assertThat(backOff.isReady("a")).isFalse();
        pass(Duration.ofNanos(1));
        assertThat(backOff.isReady("a")).isTrue();
    }

    @Test
    void beginsAnewOnceItIsDone() {
        fail("a");
        fail("a");
        backOff.done("a");
        assertThat(backOff.isReady("a")).isTrue();
        fail("a");
        pass(Duration.ofSeconds(1));
        assertThat(backOff.isReady("a")).isTrue();
    }

    @Test
    void isForgottenIfNobodyTriesItAgain() {
        fail("a");
        pass(Duration.ofSeconds(1 + 300));
        fail("b");
        assertThat(backOff.hasFailed("a")).isTrue();
        pass(Duration.ofNanos(1));
        fail("b");
        assertThat(backOff.hasFailed("a")).isFalse();
    }

    @Test
    void tellsItsTraceOnceAndOneLineEachTimeAfterThat() {
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        ((ch.qos.logback.classic.Logger) LOG).addAppender(told);
        fail("a");
        fail("a");
        assertThat(told.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "The work a could not be done; it is tried again in 1 s",
                        "The work a could not be done; it is tried again in 2 s:"
                                + " java.lang.IllegalStateException: no room");
        assertThat(told.list.get(0).getThrowableProxy()).isNotNull();
        assertThat(told.list.get(1).getThrowableProxy()).isNull();
    }
}
