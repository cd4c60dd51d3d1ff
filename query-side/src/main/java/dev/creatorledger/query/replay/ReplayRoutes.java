package dev.creatorledger.query.replay;

import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.Fields;
import dev.creatorledger.query.view.Reading;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Replays over HTTP (U2). */
@RestController
public final class ReplayRoutes {

    private final Replays replays;
    private final Reading reading;
    private final StoredEvents events;

    /** Answers from the replays of this node. */
    public ReplayRoutes(Replays replays, Reading reading, StoredEvents events) {
        this.replays = replays;
        this.reading = reading;
        this.events = events;
    }

    /** Begins a replay; the verdict is asked for later. */
    @PostMapping("/v1/admin/replays")
    public ResponseEntity<ReplayJson> begin(@RequestBody ReplayBody body) {
        Replays.Asked asked = replays.begin(body.checked(replays.views()));
        return ResponseEntity.status(asked.begun() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(asked.replay().json());
    }

    /** What is known of it. */
    @GetMapping("/v1/admin/replays/{replayId}")
    ResponseEntity<ReplayJson> replay(@PathVariable String replayId, AtLeast atLeast) {
        return reading.from(
                atLeast, events.head(), () -> replays.require(replayId).json());
    }

    /** Puts the rebuilt view in the place of the live one, for a reason. */
    @PostMapping("/v1/admin/replays/{replayId}:switch")
    ResponseEntity<ReplayJson> switchOver(@PathVariable String replayId, CallContext context) {
        String reason = Objects.requireNonNull(context.requireReason().reason());
        replays.switchOver(replayId, context.actor(), reason);
        return ResponseEntity.ok(replays.require(replayId).json());
    }

    /** Which views can be rebuilt. */
    public List<String> views() {
        return replays.views();
    }

    /** The replays that this node remembers, newest first: a bounded number ({@code ledger.replays.kept}). */
    public List<ReplayJson> known() {
        return replays.known();
    }

    /**
     * Which view to rebuild.
     *
     * @param view its name
     */
    public record ReplayBody(@Nullable String view) {

        String checked(List<String> views) {
            Fields fields = new Fields();
            if (view == null || !views.contains(view)) {
                fields.refuse("view", "one of " + views);
            }
            fields.check();
            return Objects.requireNonNull(view);
        }
    }
}
