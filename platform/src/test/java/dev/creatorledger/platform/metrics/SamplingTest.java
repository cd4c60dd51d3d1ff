package dev.creatorledger.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.ResolvableType;

/** Samples are asked now and then, each for itself; what cannot be told is no figure, and not an old one. */
class SamplingTest {

    private final AtomicInteger asked = new AtomicInteger();
    private boolean away;
    private final Sample<Integer> sample = new Sample<>("a figure", this::answer);
    private final Sample<Integer> steady = new Sample<>("another figure", () -> 7);

    private int answer() {
        if (away) {
            throw new IllegalStateException("the store is away");
        }
        return asked.incrementAndGet();
    }

    private Sampling sampling(Duration every) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("sample", sample);
        beans.registerSingleton("steady", steady);
        return new Sampling(beans.getBeanProvider(ResolvableType.forClass(Sample.class)), every);
    }

    @Test
    void areRememberedHoweverOftenTheyAreRead() {
        assertThat(sample.figure(value -> value)).isNaN();
        sampling(Duration.ofHours(1)).take();
        assertThat(sample.figure(value -> value)).isEqualTo(1);
        assertThat(sample.figure(value -> value * 10)).isEqualTo(10);
        assertThat(asked).hasValue(1);
    }

    @Test
    void thatFailLeaveNoFigureAndTheOthersAlone() {
        Sampling sampling = sampling(Duration.ofHours(1));
        sampling.take();
        double before = sampling.ageSeconds();
        away = true;
        sampling.take();
        assertThat(sample.figure(value -> value)).isNaN();
        assertThat(steady.figure(value -> value)).isEqualTo(7);
        assertThat(sampling.ageSeconds()).isGreaterThan(before);
        away = false;
        sampling.take();
        assertThat(sample.figure(value -> value)).isEqualTo(2);
        assertThat(sampling.ageSeconds()).isLessThan(before + 1);
    }

    @Test
    void comeAgainUntilTheEnd() {
        Sampling sampling = sampling(Duration.ofMillis(5));
        sampling.start();
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> asked.get() >= 3);
            assertThat(sampling.isRunning()).isTrue();
        } finally {
            sampling.stop();
        }
        int atTheEnd = asked.get();
        sampling.stop();
        assertThat(sampling.isRunning()).isFalse();
        assertThat(asked).hasValue(atTheEnd);
    }

    @Test
    void areToldOfOnce() {
        List<Integer> told = new ArrayList<>();
        Sample<Integer> heard = new Sample<>("a heard figure", () -> 3, told::add);
        heard.take();
        heard.figure(value -> value);
        assertThat(told).containsExactly(3);
    }
}
