package dev.creatorledger.command.due;

import dev.creatorledger.command.due.DueTable.OpenedWindow;
import dev.creatorledger.events.backfill.BackfillEvent.BackfillClosed;
import dev.creatorledger.events.backfill.BackfillEvent.BackfillOpened;
import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowOpened;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.policy.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Keeps the table of due windows as the events tell it. The changes of a batch of events are written together, in the
 * transaction that also stores how far the processor has come, so each is counted once.
 */
@ProcessingGroup(DueWindows.GROUP)
final class DueWindows {

    /** The processing group. */
    static final String GROUP = "due-windows";

    private final DueTable table;
    private final Policies policies;

    DueWindows(DueTable table, Policies policies) {
        this.table = table;
        this.policies = policies;
    }

    /** What a batch of events changes. */
    private static final class Changes {
        private final List<OpenedWindow> opened = new ArrayList<>();
        private final List<WindowId> finalized = new ArrayList<>();

        void writeTo(DueTable table) {
            if (!opened.isEmpty()) {
                table.opened(opened);
                opened.clear();
            }
            if (!finalized.isEmpty()) {
                table.remove(finalized);
                finalized.clear();
            }
        }
    }

    @EventHandler
    void on(ImpressionWindowOpened event) {
        WindowId windowId = event.windowId();
        Instant dueAt = windowId.end().plus(policies.adAt(windowId.hour()).bookable());
        changes().opened.add(new OpenedWindow(windowId, dueAt, event.backfillId()));
    }

    @EventHandler
    void on(EarningsFinalized event) {
        changes().finalized.add(event.windowId());
    }

    @EventHandler
    void on(BackfillOpened event) {
        table.backfillOpened(event.backfillId());
    }

    @EventHandler
    void on(BackfillClosed event) {
        table.backfillClosed(event.backfillId());
    }

    private Changes changes() {
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        return batch.getOrComputeResource(DueWindows.class.getName(), key -> {
            Changes changes = new Changes();
            batch.onPrepareCommit(unitOfWork -> changes.writeTo(table));
            return changes;
        });
    }
}
