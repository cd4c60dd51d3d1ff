package dev.creatorledger.command.video;

import dev.creatorledger.command.channel.ChannelDirectory;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.video.VideoEvent;
import dev.creatorledger.events.video.VideoEvent.VideoAudienceReported;
import dev.creatorledger.events.video.VideoEvent.VideoRegistered;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.video.VideoKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;

/** A video with a past among others: the words that the tests of Video are written in. */
final class VideoScenario {

    static final VideoId VIDEO = new VideoId("v-1");
    static final ChannelId UPLOADER = new ChannelId("uploader");
    static final ChannelId COPIER = new ChannelId("copier");
    static final LocalDate TODAY = LocalDate.parse("2026-06-15");

    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

    private final List<VideoEvent> past = new ArrayList<>();
    private final Map<VideoId, VideoFacts> others = new HashMap<>();

    private VideoScenario() {}

    /** A video of which nobody has heard. */
    static VideoScenario unknown() {
        return new VideoScenario();
    }

    static VideoScenario registered(VideoRegistered registration) {
        return new VideoScenario().after(registration);
    }

    /** A registration of a video that is no copy. */
    static VideoRegistered upload(VideoId videoId, VideoKind kind, boolean webcam, boolean originalProduction) {
        return new VideoRegistered(
                videoId, UPLOADER, kind, webcam, null, videoId, UPLOADER, originalProduction, false, false, "Soup");
    }

    /** A registration of a copy. */
    static VideoRegistered copy(VideoId videoId, VideoId of, VideoId credited, boolean originalProduction) {
        return new VideoRegistered(
                videoId,
                COPIER,
                VideoKind.REPUBLISHED,
                false,
                of,
                credited,
                UPLOADER,
                originalProduction,
                false,
                false,
                "Soup");
    }

    static RegisterVideo register(
            ChannelId channelId, VideoKind kind, boolean webcam, @Nullable VideoId originalVideoId) {
        return new RegisterVideo(VIDEO, channelId, kind, webcam, originalVideoId, false, false, "Soup");
    }

    static VideoAudienceReported reported(LocalDate date, long views, long seconds, long viewsBefore, long before) {
        return new VideoAudienceReported(VIDEO, VIDEO, UPLOADER, date, views, seconds, viewsBefore, before);
    }

    VideoScenario after(VideoEvent... events) {
        past.addAll(Arrays.asList(events));
        return this;
    }

    /** Another video is registered. */
    VideoScenario beside(VideoRegistered other) {
        others.put(other.videoId(), VideoFacts.of(other));
        return this;
    }

    ResultValidator<Video> when(Object command) {
        ChannelDirectory channels = channelId -> channelId.equals(UPLOADER) || channelId.equals(COPIER);
        VideoDirectory videos = videoId -> Optional.ofNullable(others.get(videoId));
        return new AggregateTestFixture<>(Video.class)
                .registerInjectableResource(channels)
                .registerInjectableResource(videos)
                .registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC))
                .given(past)
                .when(command);
    }
}
