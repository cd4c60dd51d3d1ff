package dev.creatorledger.query;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.AdEvidence;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeApplied;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeApproved;
import dev.creatorledger.events.channel.ChannelEvent.AdShareChanged;
import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelEvent.WatchTimeCounted;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.channel.Owner;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.events.video.VideoEvent.VideoAudienceReported;
import dev.creatorledger.events.video.VideoEvent.VideoDetailsChanged;
import dev.creatorledger.events.video.VideoEvent.VideoRegistered;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.video.VideoKind;
import dev.creatorledger.events.window.BatchEvent.ImpressionsSetAside;
import dev.creatorledger.events.window.BatchId;
import dev.creatorledger.events.window.WindowEvent.ImpressionNotQualified;
import dev.creatorledger.events.window.WindowEvent.ImpressionQualified;
import dev.creatorledger.events.window.WindowId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/** Makes plausible histories of a few channels from a seed: what views are made of, in an order that can happen. */
public final class History {

    /** The first hour of every history. */
    public static final Instant START = Instant.parse("2026-01-30T20:00:00Z");

    private final Random random;
    private final int channels;
    private final List<LedgerEvent> events = new ArrayList<>();
    private final NavigableMap<WindowId, Long> openIncome = new TreeMap<>();
    private final Map<String, Long> reportedViews = new HashMap<>();
    private int impressions;

    private History(long seed, int channels) {
        this.random = new Random(seed);
        this.channels = channels;
    }

    /** A history of so many channels: registrations first, then so many things that happen. */
    public static List<LedgerEvent> of(long seed, int channels, int happenings) {
        History history = new History(seed, channels);
        for (int channel = 0; channel < channels; channel++) {
            history.register(channel);
        }
        for (int i = 0; i < happenings; i++) {
            history.happen();
        }
        return List.copyOf(history.events);
    }

    /** The n-th channel. */
    public static ChannelId channel(int number) {
        return new ChannelId("ch-" + number);
    }

    /** The only video of its own of the n-th channel. */
    public static VideoId video(int number) {
        return new VideoId("v" + number);
    }

    /** An impression of a channel's own video that qualified. */
    public static ImpressionQualified qualified(
            ChannelId channelId, VideoId videoId, String id, Instant shownAt, long micros, int shareBps) {
        Money net = Money.rialMicros(micros);
        WindowId window = WindowId.of(channelId, shownAt);
        return new ImpressionQualified(
                window, id, videoId, null, "ad-1", "PRE_ROLL", shownAt, 5_000, net, net.creatorPart(shareBps));
    }

    private void register(int number) {
        ChannelId id = channel(number);
        events.add(new ChannelRegistered(id, owner(id), "Channel " + number, "IR", Money.IRR, false));
        events.add(registered(video(number), id, video(number), id));
        // The next channel's first copy of this one's video.
        events.add(registered(new VideoId("copy-of-v" + number), channel(number + 1), video(number), id));
        AdEvidence evidence = new AdEvidence(LocalDate.of(2026, 1, 30), 200, 200, 10_800_000, 10_800_000, 1);
        events.add(new AdProgrammeApplied(id, evidence));
        events.add(new AdProgrammeApproved(id, 5_000, evidence));
    }

    /** As if it had been sealed: a history is opened by nobody. */
    private static Owner owner(ChannelId channelId) {
        return new Owner(new Personal(PersonId.owner(channelId), "1." + "AbCd".repeat(12)));
    }

    private static VideoRegistered registered(VideoId video, ChannelId channel, VideoId credited, ChannelId to) {
        boolean own = video.equals(credited);
        return new VideoRegistered(
                video,
                channel,
                own ? VideoKind.ORIGINAL : VideoKind.REPUBLISHED,
                false,
                own ? null : credited,
                credited,
                to,
                true,
                false,
                false,
                own ? "Title of " + video.value() : null);
    }

    private void happen() {
        int channel = random.nextInt(channels);
        switch (random.nextInt(20)) {
            case 0 -> events.add(new FollowersReported(channel(channel), random.nextInt(1_000)));
            case 1 ->
                events.add(new WatchTimeCounted(
                        channel(channel), video(channel), day(random.nextInt(4)), random.nextInt(100_000)));
            case 2 -> audience(channel);
            case 3 ->
                events.add(new VideoDetailsChanged(
                        video(channel),
                        channel(channel),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        "T" + random.nextInt(9)));
            case 4 -> finalizeOne();
            case 5 ->
                events.add(new AdShareChanged(
                        channel(channel), 5_000 + random.nextInt(5_000), START.plus(events.size(), ChronoUnit.HOURS)));
            case 6 ->
                events.add(new ImpressionsSetAside(new BatchId("b" + events.size()), channel(channel), List.of()));
            case 7, 8 -> notQualified(channel);
            default -> qualified(channel);
        }
    }

    private void qualified(int channel) {
        Instant shownAt = START.plus(random.nextInt(3_000), ChronoUnit.MINUTES);
        ImpressionQualified own = qualified(
                channel(channel), video(channel), "i" + impressions++, shownAt, random.nextLong(2_000_000_000), 5_500);
        boolean copy = random.nextInt(4) == 0;
        events.add(
                !copy
                        ? own
                        : new ImpressionQualified(
                                own.windowId(),
                                own.impressionId(),
                                new VideoId("copy-of-v" + channel),
                                video(channel),
                                own.adId(),
                                own.adType(),
                                shownAt,
                                own.watchedMillis(),
                                own.netRevenue(),
                                own.creatorPart()));
        openIncome.merge(own.windowId(), own.creatorPart().micros(), Long::sum);
    }

    private void notQualified(int channel) {
        Instant shownAt = START.plus(random.nextInt(3_000), ChronoUnit.MINUTES);
        events.add(new ImpressionNotQualified(
                WindowId.of(channel(channel), shownAt),
                "i" + impressions++,
                video(channel),
                null,
                "ad-1",
                "PRE_ROLL",
                shownAt,
                3_999,
                Money.rialMicros(1_000)));
    }

    private void audience(int channel) {
        LocalDate day = day(random.nextInt(4));
        long views = random.nextInt(10_000);
        Long before = reportedViews.put(channel + "/" + day, views);
        events.add(new VideoAudienceReported(
                video(channel), video(channel), channel(channel), day, views, 0, before == null ? 0 : before, 0));
    }

    private void finalizeOne() {
        Map.Entry<WindowId, Long> window = openIncome.pollFirstEntry();
        if (window != null) {
            Money creator = Money.rialMicros(window.getValue());
            events.add(new EarningsFinalized(
                    window.getKey().channelId(), window.getKey(), 1, creator, creator, Money.rialMicros(0), 5_500, 1));
        }
    }

    private static LocalDate day(int number) {
        return LocalDate.ofInstant(START, ZoneOffset.UTC).plusDays(number);
    }
}
