package dev.creatorledger.query.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.creatorledger.query.view.DeadLetter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a group of views has set aside, as operators read it.
 *
 * @param id its identity, to try it again by
 * @param group the group of views
 * @param sequence the channel, member or the like whose documents stand still
 * @param position the event's position
 * @param attempts how often it failed; 0 for one that only waits behind another
 * @param reason why; absent for one that only waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetterJson(
        String id,
        String group,
        String sequence,
        String position,
        String eventId,
        String stream,
        String type,
        Instant recordedAt,
        int attempts,
        @Nullable String reason) {

    static DeadLetterJson of(DeadLetter letter) {
        return new DeadLetterJson(
                letter.id(),
                letter.group(),
                letter.sequence(),
                Long.toString(letter.position()),
                letter.eventId(),
                letter.stream(),
                letter.type(),
                letter.recordedAt(),
                letter.attempts(),
                letter.reason());
    }
}
