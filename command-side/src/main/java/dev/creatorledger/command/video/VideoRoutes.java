package dev.creatorledger.command.video;

import dev.creatorledger.command.channel.CountWatchTime;
import dev.creatorledger.command.channel.ProgrammeCommand.CountVideos;
import dev.creatorledger.command.config.CommandAnswer;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.video.VideoKind;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.Fields;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Videos over HTTP: registration and audience (C2–C5). */
@RestController
class VideoRoutes {

    private static final int MAX_TITLE = 200;
    private static final long MAX_VIEWS = 1_000_000_000_000L;
    /** Three times what all of YouTube is watched in a day; no sum of them overflows. */
    private static final long MAX_WATCH_SECONDS = 10_000_000_000_000L;

    private final Commands commands;

    VideoRoutes(Commands commands) {
        this.commands = commands;
    }

    /** Registers a video, or changes its details; its channel counts it in the same commit (B1). */
    @PutMapping("/v1/videos/{videoId}")
    ResponseEntity<CommandAnswer> register(
            @PathVariable String videoId, @RequestBody VideoBody body, CallContext context) {
        VideoId id = new VideoId(videoId);
        return CommandAnswer.respond(commands.execute(body.command(id), VideoRoutes::counted, id, context));
    }

    private static List<Object> counted(Optional<CountVideos> change) {
        return change.<List<Object>>map(List::of).orElse(List.of());
    }

    /**
     * Takes the audience of a day, and counts the watch time for the credited channel in the same commit: no crash and
     * no race leaves the two apart.
     */
    @PutMapping("/v1/videos/{videoId}/audience/{date}")
    ResponseEntity<CommandAnswer> reportAudience(
            @PathVariable String videoId,
            @PathVariable String date,
            @RequestBody AudienceBody body,
            CallContext context) {
        ReportVideoAudience report = body.command(new VideoId(videoId), date);
        return CommandAnswer.respond(
                commands.execute(report, (VideoFacts facts) -> watchTime(report, facts), report.videoId(), context));
    }

    private static List<Object> watchTime(ReportVideoAudience report, VideoFacts facts) {
        return facts.originalProduction()
                ? List.of(new CountWatchTime(
                        facts.creditedChannelId(), report.videoId(), report.date(), report.watchSeconds()))
                : List.of();
    }

    record VideoBody(
            @Nullable String channelId,
            @Nullable String kind,
            @Nullable Boolean webcam,
            @Nullable String originalVideoId,
            @Nullable Boolean madeForKids,
            @Nullable Boolean musicClaim,
            @Nullable String title) {

        private static final ChannelId STAND_IN = new ChannelId("-");

        RegisterVideo command(VideoId videoId) {
            Fields fields = new Fields();
            RegisterVideo command = new RegisterVideo(
                    videoId,
                    fields.id("channelId", channelId, ChannelId::new, STAND_IN),
                    fields.oneOf("kind", kind, VideoKind.class),
                    fields.flag(webcam),
                    fields.optionalId("originalVideoId", originalVideoId, VideoId::new),
                    fields.flag(madeForKids),
                    fields.flag(musicClaim),
                    fields.optionalText("title", title, MAX_TITLE));
            fields.check();
            checkKind(fields, command);
            fields.check();
            return command;
        }

        private static void checkKind(Fields fields, RegisterVideo command) {
            boolean copy = command.kind() == VideoKind.REPUBLISHED;
            if (copy != (command.originalVideoId() != null)) {
                fields.refuse("originalVideoId", copy ? "the video that is republished" : "absent unless REPUBLISHED");
            }
            if (command.webcam() && command.kind() != VideoKind.GAMING) {
                fields.refuse("webcam", "absent or false unless GAMING");
            }
        }
    }

    record AudienceBody(@Nullable Long views, @Nullable Long watchSeconds) {

        ReportVideoAudience command(VideoId videoId, String date) {
            Fields fields = new Fields();
            LocalDate day = fields.date("date", date);
            ReportVideoAudience command = new ReportVideoAudience(
                    videoId,
                    day,
                    fields.number("views", views, 0, MAX_VIEWS),
                    fields.number("watchSeconds", watchSeconds, 0, MAX_WATCH_SECONDS));
            fields.check();
            return command;
        }
    }
}
