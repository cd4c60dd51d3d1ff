package dev.creatorledger.platform.store;

import static dev.creatorledger.platform.store.TestStore.followers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A group of commands in one root unit of work: one append, one commit. */
class SpringTransactionsIT {

    private final TestStore store = new TestStore();
    private final EmbeddedEventStore events =
            EmbeddedEventStore.builder().storageEngine(store.engine).build();

    @AfterEach
    void close() {
        events.shutDown();
        store.close();
    }

    private UnitOfWork<?> started() {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("command"));
        unit.attachTransaction(store.transactions);
        return unit;
    }

    private void command(boolean refused, DomainEventMessage<?> event) {
        UnitOfWork<?> nested = started();
        events.publish(event);
        if (refused) {
            nested.rollback();
        } else {
            nested.commit();
        }
    }

    @Test
    void aRefusedCommandTakesOnlyItsOwnEventsWithIt() {
        UnitOfWork<?> root = started();
        command(false, followers("ch-1", 0));
        command(true, followers("ch-2", 0));
        command(false, followers("ch-3", 0));
        root.commit();
        assertThat(store.order()).containsExactly("channel:ch-1@0", "channel:ch-3@0");
        assertThat(Appended.in(root).lastPosition()).isEqualTo(2);
    }

    @Test
    void aGroupThatMeetsAConflictIsStoredNotAtAll() {
        store.append(followers("ch-1", 0));
        UnitOfWork<?> root = started();
        command(false, followers("ch-2", 0));
        command(false, followers("ch-1", 0));
        assertThatThrownBy(root::commit).isInstanceOf(RuntimeException.class);
        assertThat(store.order()).containsExactly("channel:ch-1@0");
    }
}
