package dev.creatorledger.query.compliance;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.query.programme.PauseTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pause of a programme as compliance reads it (U6).
 *
 * @param causes every cause that was open during the pause
 * @param resumedAt when the channel or its network turned memberships on again, if it did
 * @param terminatedAt when the programme ended, if the pause ended so
 * @param lengthInDays whole days that it took, once it is over
 * @param daysUntilTermination days until it ends the programme, rounded up, while it goes on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PauseJson(
        String channelId,
        List<PauseCause> causes,
        Instant pausedSince,
        @Nullable Instant resumedAt,
        @Nullable Instant terminatedAt,
        @Nullable Long lengthInDays,
        @Nullable Long daysUntilTermination) {

    static PauseJson of(PauseDocument pause, List<PauseCause> causes, Duration longest, Instant now) {
        Instant endedAt = pause.endedAt();
        return new PauseJson(
                pause.channelId,
                causes,
                pause.pausedSince,
                pause.resumedAt,
                pause.terminatedAt,
                endedAt == null
                        ? null
                        : (Long) Duration.between(pause.pausedSince, endedAt).toDays(),
                endedAt == null ? (Long) new PauseTime(pause.pausedSince, longest).daysLeft(now) : null);
    }
}
