package dev.creatorledger.query.compliance;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.creatorledger.events.refusal.RefusalEvent.PerkRefused;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.web.CallContext;
import java.time.Instant;

/**
 * A perk that was refused, as compliance reads it (B4, U6).
 *
 * @param at when, by the service's clock
 * @param title what the perk was called
 * @param actor the token's subject
 * @param code which prohibition it breaks
 * @param position its place in the global order, by which pages go on
 */
public record RefusedPerkJson(
        String channelId,
        String tierId,
        String title,
        Instant at,
        String actor,
        String code,
        @JsonIgnore long position) {

    static RefusedPerkJson of(StoredEvent event) {
        PerkRefused refused = (PerkRefused) EventJson.read(event);
        return new RefusedPerkJson(
                refused.channelId().value(),
                refused.tierId().value(),
                refused.title(),
                event.recordedAt(),
                EventJson.mapper()
                        .readTree(event.metadata())
                        .path(CallContext.ACTOR)
                        .asString(""),
                refused.code(),
                event.position());
    }
}
