package dev.creatorledger.benchmarks.decision;

import dev.creatorledger.command.config.CommandSideConfiguration;
import dev.creatorledger.command.window.BookImpressions;
import dev.creatorledger.command.window.CreditedImpression;
import dev.creatorledger.command.window.OpenWindow;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.Impression;
import dev.creatorledger.events.window.ImpressionDigest;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.web.CallContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Books impressions into a window through the real command bus, repository and aggregate, and serializes the events;
 * the figure is the time of one impression.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class DecideEvolveSerialize {

    static final Instant NOW = Instant.parse("2026-01-15T05:45:00Z");

    private static final int BATCH = 500;
    private static final int LONGEST_WATCHED = 8_000;

    private final AnnotationConfigApplicationContext parts =
            new AnnotationConfigApplicationContext(StorelessParts.class, CommandSideConfiguration.class);
    private final CommandBus bus = parts.getBean(CommandBus.class);
    private final ForgetfulEngine engine = parts.getBean(ForgetfulEngine.class);
    private List<Impression> impressions = List.of();
    private List<CreditedImpression> credited = List.of();
    private WindowId window = new WindowId(new ChannelId("bench"), NOW.minusSeconds(45 * 60));
    private int windows;

    /** Opens a fresh window, and makes the impressions that it will book. */
    @Setup(Level.Invocation)
    public void openWindow() {
        window = WindowId.of(new ChannelId("bench-" + windows++), NOW);
        send(new OpenWindow(window, 5_500, 1, null));
        impressions = impressions();
        credited = impressions.stream()
                .map(impression -> new CreditedImpression(impression, ImpressionDigest.of(impression), null))
                .toList();
    }

    /** Ends what was started. */
    @TearDown
    public void close() {
        parts.close();
    }

    /** A batch of 500 of one window: decided, applied, serialized. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long book() {
        send(new BookImpressions(window, null, credited));
        return engine.bytes();
    }

    /** The digests of 500 impressions, which the threads that serve HTTP compute before the booking. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long digest() {
        long sum = 0;
        for (Impression impression : impressions) {
            sum += ImpressionDigest.of(impression).a();
        }
        return sum;
    }

    private List<Impression> impressions() {
        List<Impression> made = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            made.add(new Impression(
                    "impression-" + windows + '-' + i,
                    new VideoId("video-" + i % 20),
                    "ad-" + i % 50,
                    "PRE_ROLL",
                    window.hour().plusMillis(i * 1_000L),
                    i * 37 % LONGEST_WATCHED,
                    Money.rialMicros((200 + i) * Money.MICROS_PER_UNIT)));
        }
        return made;
    }

    private void send(Object command) {
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        bus.dispatch(
                new GenericCommandMessage<>(
                        command, CallContext.service("benchmark").metaData(command)),
                answer);
        if (answer.getResult().isExceptional()) {
            throw new IllegalStateException(answer.getResult().exceptionResult());
        }
    }
}
