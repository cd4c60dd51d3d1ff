package dev.creatorledger.command.due;

import dev.creatorledger.command.channel.FinalizeEarnings;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.window.SealedWindows;
import dev.creatorledger.command.window.WindowSealing;
import dev.creatorledger.command.window.WindowTotals;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.web.CallContext;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seals windows and makes their income final, in two commits: a crash in between leaves sealed windows in the table,
 * and doing both again is quiet where it was done (A8, A9).
 */
final class Sealing {

    private final WindowSealing windows;
    private final Commands commands;
    private final DueTable table;

    Sealing(WindowSealing windows, Commands commands, DueTable table) {
        this.windows = windows;
        this.commands = commands;
        this.table = table;
    }

    /**
     * Seals windows together, all or none.
     *
     * @return the position of the last event that came of it; 0 if nothing did
     */
    long seal(List<WindowId> group, @Nullable BackfillId closedBackfill) {
        CallContext context = CallContext.service("sealing:" + group.get(0).value());
        SealedWindows sealed = windows.seal(group, closedBackfill, context);
        if (sealed.totals().isEmpty()) {
            return 0;
        }
        List<FinalizeEarnings> income = sealed.totals().stream()
                .sorted(Comparator.comparing(WindowTotals::windowId))
                .map(Sealing::income)
                .toList();
        long position = commands.executeAll(income, context);
        table.remove(sealed.totals().stream().map(WindowTotals::windowId).toList());
        return Math.max(position, sealed.position());
    }

    private static FinalizeEarnings income(WindowTotals totals) {
        return new FinalizeEarnings(
                totals.windowId().channelId(),
                totals.windowId(),
                totals.qualified(),
                totals.net(),
                totals.creatorPart(),
                totals.platformPart(),
                totals.shareBps(),
                totals.policyVersion());
    }
}
