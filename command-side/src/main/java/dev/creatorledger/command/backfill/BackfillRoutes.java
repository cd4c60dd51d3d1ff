package dev.creatorledger.command.backfill;

import dev.creatorledger.command.config.CommandAnswer;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.config.Stored;
import dev.creatorledger.command.due.BackfillSealing;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.Fields;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Backfills over HTTP; opening and closing one needs a reason (A11, U1). */
@RestController
class BackfillRoutes {

    /** How long the closing of a backfill waits for its windows to be sealed; larger ones are sealed on after it. */
    private static final Duration SEALING = Duration.ofSeconds(5);

    private final Commands commands;
    private final BackfillSealing sealing;

    BackfillRoutes(Commands commands, BackfillSealing sealing) {
        this.commands = commands;
        this.sealing = sealing;
    }

    /** Opens a past period. */
    @PostMapping("/v1/backfills/{backfillId}")
    ResponseEntity<CommandAnswer> open(
            @PathVariable String backfillId, @RequestBody PeriodBody body, CallContext context) {
        OpenBackfill command = body.command(new BackfillId(backfillId));
        AtomicBoolean opened = new AtomicBoolean();
        Stored register = commands.execute(
                command,
                (Boolean answer) -> noting(opened, answer),
                BackfillRegisterId.THE_ONE,
                context.requireReason());
        return answer(command.backfillId(), register, register.position(), opened.get());
    }

    /** Closes a period, and seals its windows as far as a caller can wait for it. */
    @PostMapping("/v1/backfills/{backfillId}:close")
    ResponseEntity<CommandAnswer> close(@PathVariable String backfillId, CallContext context) {
        BackfillId id = new BackfillId(backfillId);
        Stored register = commands.execute(new CloseBackfill(id), BackfillRegisterId.THE_ONE, context.requireReason());
        long sealed = sealing.sealWithin(id, SEALING);
        return answer(id, register, Math.max(register.position(), sealed), false);
    }

    private static List<Object> noting(AtomicBoolean opened, boolean answer) {
        opened.set(answer);
        return List.of();
    }

    private static ResponseEntity<CommandAnswer> answer(BackfillId id, Stored register, long position, boolean opened) {
        return CommandAnswer.respond(new Stored(id.value(), register.version(), position, opened));
    }

    record PeriodBody(@Nullable String from, @Nullable String to) {

        OpenBackfill command(BackfillId backfillId) {
            Fields fields = new Fields();
            OpenBackfill command = new OpenBackfill(backfillId, fields.instant("from", from), fields.instant("to", to));
            fields.check();
            return command;
        }
    }
}
