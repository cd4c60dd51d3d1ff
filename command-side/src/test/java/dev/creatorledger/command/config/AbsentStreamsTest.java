package dev.creatorledger.command.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;

/** What a unit of work knows not to have begun is known to that one alone. */
class AbsentStreamsTest {

    @Test
    void areKnownToTheUnitOfWorkThatHasLooked() {
        UnitOfWork<?> first = DefaultUnitOfWork.startAndGet(null);
        AbsentStreams.note(first, Set.of("refund:1"));
        AbsentStreams.note(first, Set.of("refund:2"));
        assertThat(AbsentStreams.has(first, "refund:1")).isTrue();
        assertThat(AbsentStreams.has(first, "refund:2")).isTrue();
        assertThat(AbsentStreams.has(first, "refund:3")).isFalse();
        first.commit();
        UnitOfWork<?> second = DefaultUnitOfWork.startAndGet(null);
        assertThat(AbsentStreams.has(second, "refund:1")).isFalse();
        second.rollback();
    }
}
