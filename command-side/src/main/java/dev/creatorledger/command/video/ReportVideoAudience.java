package dev.creatorledger.command.video;

import dev.creatorledger.events.video.VideoId;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Report how a video was watched on one UTC day; it replaces what was reported before; answered by the
 * video's {@link VideoFacts} (C5). */
public record ReportVideoAudience(
        @TargetAggregateIdentifier VideoId videoId, LocalDate date, long views, long watchSeconds) {}
