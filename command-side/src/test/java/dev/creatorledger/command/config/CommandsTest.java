package dev.creatorledger.command.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creatorledger.command.NoStoredEvents;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.web.CallContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A command that lost a race")
class CommandsTest {

    private static final CallContext CALLER = new CallContext("tester", null, "test-1");

    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final Commands commands =
            new Commands(bus, NoTransactionManager.instance(), NoStoredEvents.none(), streams -> Map.of());
    private final AtomicInteger asked = new AtomicInteger();

    static List<RuntimeException> lostRaces() {
        return List.of(
                new ConcurrencyException("another node was first"),
                // Two that each hold what the other one asks for: one of them steps back.
                new DeadlockException("each waits for the other"));
    }

    private void losing(int times, RuntimeException race) {
        bus.subscribe(String.class.getName(), message -> {
            if (asked.incrementAndGet() <= times) {
                throw race;
            }
            return message.getPayload();
        });
    }

    @ParameterizedTest
    @MethodSource("lostRaces")
    void isDecidedAnew(RuntimeException race) {
        losing(2, race);
        assertThat(commands.<String>ask("question", CALLER)).isEqualTo("question");
        assertThat(asked).hasValue(3);
    }

    @ParameterizedTest
    @MethodSource("lostRaces")
    void isSentBackIfItLosesEveryTime(RuntimeException race) {
        losing(20, race);
        assertThatThrownBy(() -> commands.ask("question", CALLER))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    @Test
    void isNotDecidedAnewWhereItWasRefused() {
        losing(1, new Refusal(ErrorCode.NOT_FOUND, "There is nothing of this name."));
        assertThatThrownBy(() -> commands.ask("question", CALLER)).isInstanceOf(Refusal.class);
        assertThat(asked).hasValue(1);
    }
}
