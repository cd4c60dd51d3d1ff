package dev.creatorledger.command.due;

import dev.creatorledger.command.backfill.AskBackfill;
import dev.creatorledger.command.backfill.BackfillState;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.config.GroupProgress;
import dev.creatorledger.command.due.DueTable.BackfillCounts;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.CallContext;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells how far a backfill is: its period, and how many of its windows are final (A11). */
@RestController
class BackfillProgress {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long LOOK_AGAIN_NANOS = 10_000_000;

    private final Commands commands;
    private final DueTable table;
    private final GroupProgress progress;

    BackfillProgress(Commands commands, DueTable table, GroupProgress progress) {
        this.commands = commands;
        this.table = table;
        this.progress = progress;
    }

    /** {@code CLOSING}: closed, and windows are still to be sealed. */
    enum State {
        OPEN,
        CLOSING,
        CLOSED
    }

    /** How many windows were opened under it, and how many of them are sealed and their income final. */
    record WindowCounts(long opened, long sealed) {}

    /** A backfill as callers read it. */
    record BackfillJson(String backfillId, State state, Instant from, Instant to, WindowCounts windows) {}

    @GetMapping("/v1/backfills/{backfillId}")
    ResponseEntity<BackfillJson> answer(@PathVariable String backfillId, AtLeast atLeast, CallContext context) {
        BackfillId id = new BackfillId(backfillId);
        long position = reached(atLeast.position());
        BackfillState backfill = commands.ask(new AskBackfill(id), context);
        BackfillCounts counts = table.counts(id).orElse(new BackfillCounts(0, 0));
        State state = backfill.open() ? State.OPEN : counts.opened() > counts.sealed() ? State.CLOSING : State.CLOSED;
        return ResponseEntity.ok()
                .header(AtLeast.POSITION_HEADER, Long.toString(position))
                .body(new BackfillJson(
                        id.value(),
                        state,
                        backfill.from(),
                        backfill.to(),
                        new WindowCounts(counts.opened(), counts.sealed())));
    }

    private long reached(long wanted) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        long position = progress.position(DueWindows.GROUP);
        while (position < wanted) {
            if (System.nanoTime() - deadline > 0) {
                throw new Refusal(ErrorCode.VIEW_BEHIND, "The position is not reached yet.");
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            position = progress.position(DueWindows.GROUP);
        }
        return position;
    }
}
