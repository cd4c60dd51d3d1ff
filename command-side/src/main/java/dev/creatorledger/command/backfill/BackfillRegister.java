package dev.creatorledger.command.backfill;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.command.backfill.BackfillRules.ABackfillStaysAsItWasOpened;
import dev.creatorledger.command.backfill.BackfillRules.APeriodHasEndedLongEnoughAgo;
import dev.creatorledger.command.backfill.BackfillRules.APeriodIsOfFullHours;
import dev.creatorledger.command.backfill.BackfillRules.OpenBackfillsDoNotOverlap;
import dev.creatorledger.events.backfill.BackfillEvent.BackfillClosed;
import dev.creatorledger.events.backfill.BackfillEvent.BackfillOpened;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The register of all backfills: one, so that open ones never overlap (A11). */
@AggregateRoot
class BackfillRegister {

    private final Map<BackfillId, BackfillState> backfills = new LinkedHashMap<>();

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it: the name of the stream
    private @Nullable BackfillRegisterId id;

    BackfillRegister() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean decide(OpenBackfill command, Clock clock, Policies policies) {
        BackfillState known = backfills.get(command.backfillId());
        if (known != null) {
            new ABackfillStaysAsItWasOpened(known, command).check();
            return false;
        }
        new APeriodIsOfFullHours(command.from(), command.to()).check();
        AdPolicy ofItsEnd = policies.adAt(command.to().minus(1, ChronoUnit.HOURS));
        new APeriodHasEndedLongEnoughAgo(command.to(), clock.instant(), ofItsEnd.bookable()).check();
        new OpenBackfillsDoNotOverlap(command, backfills.values()).check();
        apply(new BackfillOpened(command.backfillId(), command.from(), command.to()));
        return true;
    }

    @CommandHandler
    void decide(CloseBackfill command) {
        if (known(command.backfillId()).open()) {
            apply(new BackfillClosed(command.backfillId()));
        }
    }

    @CommandHandler
    BackfillState decide(AskBackfill command) {
        return known(command.backfillId());
    }

    private BackfillState known(BackfillId backfillId) {
        BackfillState known = backfills.get(backfillId);
        if (known == null) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no backfill of this name.");
        }
        return known;
    }

    @EventSourcingHandler
    void evolve(BackfillOpened event) {
        id = BackfillRegisterId.THE_ONE;
        backfills.put(event.backfillId(), new BackfillState(event.backfillId(), event.from(), event.to(), true));
    }

    @EventSourcingHandler
    void evolve(BackfillClosed event) {
        backfills.computeIfPresent(event.backfillId(), (key, opened) -> opened.closed());
    }
}
