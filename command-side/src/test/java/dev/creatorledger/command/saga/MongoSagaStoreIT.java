package dev.creatorledger.command.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.mongo.TestMongo;
import dev.creatorledger.platform.store.CommitSteps;
import dev.creatorledger.platform.store.CommitSteps.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.scheduling.ScheduleToken;
import org.axonframework.eventhandling.scheduling.java.SimpleScheduleToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValues;
import org.axonframework.modelling.saga.AssociationValuesImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoSagaStoreIT {

    private static final AssociationValue PAYOUT = new AssociationValue("payoutId", "po-1");
    private static final AssociationValues KNOWN = new AssociationValuesImpl(Set.of(PAYOUT));

    private final MongoDatabase database = TestMongo.database();
    private final MongoSagaStore store =
            new MongoSagaStore(database, new SagaSerializer(List.of(Waits.class), ScheduleTokens.ofAxonServer()));

    /** A saga. */
    static class Waits {

        private int seen;
        private ScheduleToken token = new SimpleScheduleToken("t-1");
    }

    @AfterEach
    void drop() {
        while (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().rollback();
        }
        database.drop();
    }

    private static UnitOfWork<?> unit() {
        return DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("event"));
    }

    private static Waits seen(int times) {
        Waits saga = new Waits();
        saga.seen = times;
        return saga;
    }

    private void inserted() {
        UnitOfWork<?> unit = unit();
        store.insertSaga(Waits.class, "s-1", seen(1), Set.of(PAYOUT));
        unit.commit();
    }

    private Waits loaded() {
        var entry = Objects.requireNonNull(store.loadSaga(Waits.class, "s-1"));
        assertThat(entry.associationValues()).containsExactly(PAYOUT);
        return entry.saga();
    }

    @Test
    void keepsASagaUntilItEndsAndFindsItByWhatItIsAbout() {
        inserted();
        assertThat(store.findSagas(Waits.class, PAYOUT)).containsExactly("s-1");
        assertThat(store.findSagas(Waits.class, new AssociationValue("payoutId", "po-2")))
                .isEmpty();
        assertThat(store.findSagas(String.class, PAYOUT)).isEmpty();
        UnitOfWork<?> second = unit();
        assertThat(loaded().token).isEqualTo(new SimpleScheduleToken("t-1"));
        store.updateSaga(Waits.class, "s-1", seen(2), KNOWN);
        second.commit();
        UnitOfWork<?> third = unit();
        assertThat(loaded().seen).isEqualTo(2);
        store.deleteSaga(Waits.class, "s-1", Set.of(PAYOUT));
        third.commit();
        UnitOfWork<?> fourth = unit();
        assertThat(store.loadSaga(Waits.class, "s-1")).isNull();
        fourth.commit();
    }

    @Test
    void isWrittenAfterTheEventsAndNotAtAllIfTheyAreNot() {
        List<String> order = new ArrayList<>();
        UnitOfWork<?> unit = unit();
        store.insertSaga(Waits.class, "s-1", seen(1), Set.of(PAYOUT));
        CommitSteps.of(unit).add(Step.PROGRESS, () -> order.add("progress, sagas " + found()));
        CommitSteps.of(unit).add(Step.EVENTS, () -> order.add("events, sagas " + found()));
        unit.commit();
        assertThat(order).containsExactly("events, sagas 0", "progress, sagas 1");

        UnitOfWork<?> failing = unit();
        loaded();
        store.updateSaga(Waits.class, "s-1", seen(2), KNOWN);
        CommitSteps.of(failing).add(Step.EVENTS, () -> {
            throw new ConcurrencyException("somebody else was first");
        });
        assertThatExceptionOfType(ConcurrencyException.class).isThrownBy(failing::commit);
        UnitOfWork<?> after = unit();
        assertThat(loaded().seen).isEqualTo(1);
        after.commit();
    }

    private int found() {
        return store.findSagas(Waits.class, PAYOUT).size();
    }

    @Test
    void refusesToWriteOverWhatAnotherNodeHasWritten() {
        inserted();
        UnitOfWork<?> slow = unit();
        loaded();
        CurrentUnitOfWork.clear(slow);
        UnitOfWork<?> fast = unit();
        loaded();
        store.updateSaga(Waits.class, "s-1", seen(2), KNOWN);
        fast.commit();
        CurrentUnitOfWork.set(slow);
        store.updateSaga(Waits.class, "s-1", seen(9), KNOWN);
        assertThatExceptionOfType(ConcurrencyException.class).isThrownBy(slow::commit);

        UnitOfWork<?> late = unit();
        loaded();
        CurrentUnitOfWork.clear(late);
        UnitOfWork<?> ending = unit();
        loaded();
        store.deleteSaga(Waits.class, "s-1", Set.of(PAYOUT));
        ending.commit();
        CurrentUnitOfWork.set(late);
        store.deleteSaga(Waits.class, "s-1", Set.of(PAYOUT));
        assertThatExceptionOfType(ConcurrencyException.class).isThrownBy(late::commit);
    }
}
