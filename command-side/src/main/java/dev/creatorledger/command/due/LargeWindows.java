package dev.creatorledger.command.due;

import dev.creatorledger.command.window.KeptWindows;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.store.StreamHeads;
import dev.creatorledger.platform.web.ReadyCheck;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings the largest open windows into memory before requests are taken: one of half a million impressions takes
 * seconds to read, and whoever sends its next impression, with all who stand behind him in the lane, would wait for
 * it.
 */
final class LargeWindows implements SmartLifecycle, ReadyCheck {

    private static final Logger LOG = LoggerFactory.getLogger(LargeWindows.class);

    /** After the booking lane, which reads them. */
    private static final int PHASE = 1_001;

    private final DueTable table;
    private final StreamHeads heads;
    private final KeptWindows windows;
    private final Clock clock;
    private final LargeWindowSettings settings;
    private volatile boolean running;
    private volatile boolean done;

    LargeWindows(DueTable table, StreamHeads heads, KeptWindows windows, Clock clock, LargeWindowSettings settings) {
        this.table = table;
        this.heads = heads;
        this.windows = windows;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        new Thread(this::bring, "large-windows").start();
    }

    private void bring() {
        try {
            List<WindowId> large = largest();
            large.forEach(windows::keep);
            if (!large.isEmpty()) {
                LOG.info("Large windows in memory again: {}", large.size());
            }
        } catch (Refusal e) {
            LOG.warn("Large windows are read when they are needed: {}", e.getMessage());
        } finally {
            done = true;
        }
    }

    private List<WindowId> largest() {
        List<String> open = table.openAfter(clock.instant(), settings.candidates()).stream()
                .map(WindowId::toString)
                .toList();
        return heads.lastSequences(open).entrySet().stream()
                .filter(stream -> stream.getValue() >= settings.from())
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(settings.atStart())
                .map(stream -> WindowId.parse(stream.getKey().substring(WindowId.PREFIX.length())))
                .toList();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public boolean ready() {
        return done;
    }
}
