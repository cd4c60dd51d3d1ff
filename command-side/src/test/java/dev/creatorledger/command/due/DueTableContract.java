package dev.creatorledger.command.due;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.command.due.DueTable.BackfillCounts;
import dev.creatorledger.command.due.DueTable.DueWindow;
import dev.creatorledger.command.due.DueTable.OpenedWindow;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.metrics.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of the windows that wait, wherever they are kept. */
abstract class DueTableContract {

    private static final Instant HOUR = Instant.parse("2026-06-15T10:00:00Z");
    private static final Instant DUE = HOUR.plus(Duration.ofDays(3));
    private static final BackfillId BACKFILL = new BackfillId("bf-1");

    @SuppressWarnings("NullAway.Init")
    private DueTable table;

    /** A table that holds nothing. */
    abstract DueTable empty();

    @BeforeEach
    void begin() {
        table = empty();
    }

    private static OpenedWindow window(String channel, int hour, @Nullable BackfillId backfill) {
        WindowId id = new WindowId(new ChannelId(channel), HOUR.plus(Duration.ofHours(hour)));
        return new OpenedWindow(id, DUE.plus(Duration.ofHours(hour)), backfill);
    }

    private static List<WindowId> ids(List<DueWindow> windows) {
        return windows.stream().map(DueWindow::windowId).toList();
    }

    @Test
    void findsWhatIsDueInTheOrderOfTimesPageByPage() {
        List<OpenedWindow> opened = new ArrayList<>();
        IntStream.rangeClosed(1, 3).forEach(hour -> {
            opened.add(window("b", 4 - hour, null));
            opened.add(window("a", 4 - hour, null));
        });
        table.opened(opened);
        Instant now = DUE.plus(Duration.ofHours(2));
        List<WindowId> found = new ArrayList<>();
        DueWindow last = null;
        for (List<DueWindow> page = table.due(now, null, 3); !page.isEmpty(); page = table.due(now, last, 3)) {
            found.addAll(ids(page));
            last = page.get(page.size() - 1);
        }
        assertThat(found)
                .containsExactly(
                        window("a", 1, null).windowId(),
                        window("b", 1, null).windowId(),
                        window("a", 2, null).windowId(),
                        window("b", 2, null).windowId());
        assertThat(table.openAfter(now, 1)).containsExactly(window("b", 3, null).windowId());
        assertThat(table.waiting(now, 100))
                .isEqualTo(new Waiting(6, 4, Duration.ofHours(1).toSeconds()));
        assertThat(table.waiting(now, 2)).as("counted up to a bound").isEqualTo(new Waiting(2, 2, 3_600));
    }

    @Test
    void isDueFromItsInstantOnAndNotBefore() {
        table.opened(List.of(window("a", 0, null)));
        assertThat(table.due(DUE.minusNanos(1_000), null, 10)).isEmpty();
        assertThat(table.due(DUE, null, 10)).hasSize(1);
        assertThat(table.waiting(DUE.minusNanos(1_000), 10)).isEqualTo(new Waiting(1, 0, 0));
    }

    @Test
    void forgetsWhatIsFinalAndPassesOverWhatIsNotThere() {
        table.opened(List.of(window("a", 0, null), window("b", 0, null)));
        List<WindowId> gone =
                List.of(window("a", 0, null).windowId(), window("z", 9, null).windowId());
        table.remove(gone);
        table.remove(gone);
        assertThat(ids(table.due(DUE, null, 10)))
                .containsExactly(window("b", 0, null).windowId());
    }

    @Test
    void countsTheWindowsOfABackfillWhichAreDueAtNoTime() {
        assertThat(table.counts(BACKFILL)).isEmpty();
        table.backfillOpened(BACKFILL);
        table.backfillOpened(BACKFILL);
        assertThat(table.counts(BACKFILL)).contains(new BackfillCounts(0, 0));
        table.opened(List.of(window("a", 1, BACKFILL), window("a", 0, BACKFILL), window("b", 0, null)));
        assertThat(ids(table.due(DUE.plus(Duration.ofDays(1)), null, 10)))
                .containsExactly(window("b", 0, null).windowId());
        assertThat(table.closedWithWindows()).isEmpty();
        table.backfillClosed(BACKFILL);
        assertThat(table.closedWithWindows()).containsExactly(BACKFILL);
        List<DueWindow> first = table.under(BACKFILL, null, 1);
        assertThat(ids(first)).containsExactly(window("a", 0, null).windowId());
        assertThat(ids(table.under(BACKFILL, first.get(0), 5)))
                .containsExactly(window("a", 1, null).windowId());
        table.remove(List.of(first.get(0).windowId()));
        assertThat(table.counts(BACKFILL)).contains(new BackfillCounts(2, 1));
        assertThat(ids(table.under(BACKFILL, null, 5)))
                .containsExactly(window("a", 1, null).windowId());
        assertThat(table.waiting(DUE, 10)).isEqualTo(new Waiting(2, 1, 0));
        table.remove(List.of(window("a", 1, null).windowId()));
        assertThat(table.counts(BACKFILL)).contains(new BackfillCounts(2, 2));
        assertThat(table.closedWithWindows()).isEmpty();
    }
}
