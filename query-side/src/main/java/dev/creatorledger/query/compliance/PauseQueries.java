package dev.creatorledger.query.compliance;

import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Fields;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.programme.Programmes;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.View;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the pauses of programmes by cause and length, and how many days are left (B20, B25, U6). */
@RestController
public final class PauseQueries {

    private static final List<String> VIEWS = List.of(View.CHANNELS, View.COMPLIANCE);

    private final Reading reading;
    private final Pauses pauses;
    private final Programmes programmes;
    private final Policies policies;
    private final Clock clock;

    /** Answers from the views. */
    public PauseQueries(Reading reading, Pauses pauses, Programmes programmes, Policies policies, Clock clock) {
        this.reading = reading;
        this.pauses = pauses;
        this.programmes = programmes;
        this.policies = policies;
        this.clock = clock;
    }

    /** The pauses, filtered by cause and by whether they go on (B20, U6). */
    @GetMapping("/v1/compliance/pauses")
    public ResponseEntity<Page<PauseJson>> pauses(
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(required = false) @Nullable String open,
            PageRequest page,
            AtLeast atLeast) {
        Fields fields = new Fields();
        PauseCause wanted = cause == null ? null : fields.oneOf("cause", cause, PauseCause.class);
        if (open != null && !open.equals("true") && !open.equals("false")) {
            fields.refuse("open", "true or false");
        }
        fields.check();
        return reading.from(
                atLeast, VIEWS, () -> shown(pauses.thatAre(open == null ? null : Boolean.valueOf(open), page), wanted));
    }

    /** Filtered by cause after it is read: the causes of a pause are with its programme, not in its index. */
    private Page<PauseJson> shown(Page<PauseDocument> page, @Nullable PauseCause wanted) {
        Instant now = clock.instant();
        Duration longest = policies.membershipsAt(now).longestPause();
        Map<String, Map<Long, Set<PauseCause>>> causes = programmes.causesOfPauses(
                page.items().stream().map(pause -> pause.channelId).toList());
        List<PauseJson> items = page.items().stream()
                .map(pause -> PauseJson.of(pause, causesOf(pause, causes), longest, now))
                .filter(pause -> wanted == null || pause.causes().contains(wanted))
                .toList();
        return new Page<>(items, page.next());
    }

    private static List<PauseCause> causesOf(PauseDocument pause, Map<String, Map<Long, Set<PauseCause>>> causes) {
        return List.copyOf(causes.getOrDefault(pause.channelId, Map.of()).getOrDefault(pause.turn, Set.of()));
    }
}
