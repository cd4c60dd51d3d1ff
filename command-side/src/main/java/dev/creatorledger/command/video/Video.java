package dev.creatorledger.command.video;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.command.channel.ChannelDirectory;
import dev.creatorledger.command.channel.ProgrammeCommand.CountVideos;
import dev.creatorledger.command.config.Weighted;
import dev.creatorledger.command.video.VideoRules.ACopyNamesARegisteredOriginal;
import dev.creatorledger.command.video.VideoRules.AVideoIsUploadedByARegisteredChannel;
import dev.creatorledger.command.video.VideoRules.NobodyHasWatchedTomorrow;
import dev.creatorledger.command.video.VideoRules.TheOriginOfAVideoNeverChanges;
import dev.creatorledger.events.video.VideoEvent.VideoAudienceReported;
import dev.creatorledger.events.video.VideoEvent.VideoDetailsChanged;
import dev.creatorledger.events.video.VideoEvent.VideoRegistered;
import dev.creatorledger.events.video.VideoId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A video: whose it is, whom it is credited to, and how it was watched day by day (C2–C5). */
@AggregateRoot
class Video implements Weighted {

    private final Map<LocalDate, DayAudience> audience = new HashMap<>();

    @AggregateIdentifier
    private VideoId id;

    private VideoOrigin origin;
    private VideoFacts facts;
    private @Nullable VideoDetails details;

    @SuppressWarnings("NullAway.Init") // Axon makes it, the first event gives it its identity
    Video() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Optional<CountVideos> decide(RegisterVideo command, ChannelDirectory channels, VideoDirectory videos) {
        VideoDetails before = details;
        VideoDetails asked = VideoDetails.of(command);
        if (before == null) {
            register(command, channels, videos);
            return asked.counted(command.channelId());
        }
        new TheOriginOfAVideoNeverChanges(origin, VideoOrigin.of(command)).check();
        if (!before.equals(asked)) {
            apply(new VideoDetailsChanged(
                    id, origin.channelId(), command.madeForKids(), command.musicClaim(), command.title()));
        }
        return asked.countedInsteadOf(before, origin.channelId());
    }

    private static void register(RegisterVideo command, ChannelDirectory channels, VideoDirectory videos) {
        new AVideoIsUploadedByARegisteredChannel(command.channelId(), channels.isRegistered(command.channelId()))
                .check();
        VideoId originalVideoId = command.originalVideoId();
        Optional<VideoFacts> original = originalVideoId == null ? Optional.empty() : videos.find(originalVideoId);
        new ACopyNamesARegisteredOriginal(originalVideoId, original).check();
        // The original's own credit, so that a chain of copies always ends at the first upload (C4).
        VideoFacts credit = original.orElseGet(() -> VideoFacts.ofOriginal(command));
        apply(new VideoRegistered(
                command.videoId(),
                command.channelId(),
                command.kind(),
                command.webcam(),
                originalVideoId,
                credit.creditedVideoId(),
                credit.creditedChannelId(),
                credit.originalProduction(),
                command.madeForKids(),
                command.musicClaim(),
                command.title()));
    }

    @CommandHandler
    VideoFacts decide(ReportVideoAudience command, Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        new NobodyHasWatchedTomorrow(command.date(), today).check();
        DayAudience before = audience.getOrDefault(command.date(), DayAudience.NONE);
        if (!before.equals(new DayAudience(command.views(), command.watchSeconds()))) {
            apply(reported(command, before));
        }
        return facts;
    }

    @Override
    public int weight() {
        return audience.size();
    }

    private VideoAudienceReported reported(ReportVideoAudience command, DayAudience before) {
        return new VideoAudienceReported(
                id,
                facts.creditedVideoId(),
                facts.creditedChannelId(),
                command.date(),
                command.views(),
                command.watchSeconds(),
                before.views(),
                before.watchSeconds());
    }

    @EventSourcingHandler
    void evolve(VideoRegistered event) {
        id = event.videoId();
        origin = VideoOrigin.of(event);
        facts = VideoFacts.of(event);
        details = VideoDetails.of(event);
    }

    @EventSourcingHandler
    void evolve(VideoDetailsChanged event) {
        details = VideoDetails.of(event);
    }

    @EventSourcingHandler
    void evolve(VideoAudienceReported event) {
        audience.put(event.date(), new DayAudience(event.views(), event.watchSeconds()));
    }

    /** Views and seconds watched on one UTC day. */
    private record DayAudience(long views, long watchSeconds) {

        static final DayAudience NONE = new DayAudience(0, 0);
    }
}
