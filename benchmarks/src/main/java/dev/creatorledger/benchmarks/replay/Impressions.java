package dev.creatorledger.benchmarks.replay;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.WindowEvent.ImpressionQualified;
import dev.creatorledger.events.window.WindowId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Impressions of many channels over a month, as windows have them; a few channels have most of them. */
final class Impressions {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int HOURS = 30 * 24;
    private static final int MINUTES = 60;
    private static final int VIDEOS = 20;
    private static final int SHARE_BPS = 5_500;
    private static final Map<String, String> METADATA = Map.of(
            "actor",
            "benchmark",
            "correlationId",
            "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
            "command",
            "BookImpressions",
            "causationId",
            "0199f0a2-7c1b-7b4e-8f5e-2f0f4b7f6a11");

    private final SplittableRandom random = new SplittableRandom(1);
    private final int channels;
    private final int total;
    private final Map<String, Long> sequences = new HashMap<>();
    private int made;

    Impressions(int channels, int total) {
        this.channels = channels;
        this.total = total;
    }

    /** The next one; time goes on as they are made. */
    DomainEventMessage<?> next() {
        int channel = (int) Math.pow(channels, random.nextDouble()); // the n-th has about a weight of 1/n
        int hour = (int) ((long) made * HOURS / total);
        Instant shownAt = FIRST.plus(hour, ChronoUnit.HOURS)
                .plus(random.nextInt(MINUTES), ChronoUnit.MINUTES)
                .plusNanos(random.nextInt(1_000_000_000));
        ChannelId channelId = new ChannelId("bench-" + channel);
        WindowId window = WindowId.of(channelId, shownAt);
        Money net = Money.rialMicros((200 + random.nextInt(2_000)) * Money.MICROS_PER_UNIT);
        ImpressionQualified event = new ImpressionQualified(
                window,
                "impression-" + made++,
                new VideoId("bench-" + channel + "-video-" + random.nextInt(VIDEOS)),
                null,
                "ad-" + random.nextInt(50),
                "PRE_ROLL",
                shownAt,
                4_000 + random.nextInt(20_000),
                net,
                net.creatorPart(SHARE_BPS));
        long sequence = sequences.merge(window.toString(), 0L, (before, zero) -> before + 1);
        return new GenericDomainEventMessage<>("ImpressionWindow", window.toString(), sequence, event, METADATA);
    }
}
