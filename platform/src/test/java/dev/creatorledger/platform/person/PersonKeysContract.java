package dev.creatorledger.platform.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.PersonalField;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is asked of the keys of persons, wherever they are kept. */
@DisplayName("U7 A person's key")
abstract class PersonKeysContract {

    static final PersonId SARA = new PersonId("owner:ch-1");
    static final PersonId SIMIN = new PersonId("owner:ch-2");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-15T10:20:00Z"), ZoneOffset.UTC);
    static final PersonSettings SETTINGS = new PersonSettings("", 100, Duration.ofHours(1));

    @SuppressWarnings("NullAway.Init")
    PersonKeys keys;

    /** The store, with nothing in it. */
    abstract void empty();

    /** The store as a process opens it. */
    abstract PersonKeys open(MasterKey master);

    @BeforeEach
    void begin() {
        empty();
        keys = openWith(1);
    }

    final PersonKeys openWith(int masterKey) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) masterKey;
        return open(MasterKey.parse(Base64.getEncoder().encodeToString(bytes), "the test"));
    }

    /** What a key makes of one text: equal for one key alone. */
    static String mark(PersonKey key) {
        return key.seal(SARA, PersonalField.NAME, "a text");
    }

    static String mark(PersonKeys of, PersonId person) {
        return mark(of.find(person).orElseThrow());
    }

    @Test
    void isMadeOnceAndOutlivesTheProcess() {
        assertThat(keys.find(SARA)).isEmpty();
        assertThat(keys.knows(SARA)).isFalse();
        String made = mark(keys.keyFor(SARA).orElseThrow());
        assertThat(mark(keys.keyFor(SARA).orElseThrow())).isEqualTo(made);
        assertThat(mark(openWith(1), SARA)).isEqualTo(made);
        assertThat(keys.knows(SARA)).isTrue();
        assertThat(mark(keys.keyFor(SIMIN).orElseThrow())).isNotEqualTo(made);
    }

    @Test
    void isOneHoweverManyAskForItFirst() throws Exception {
        int callers = 8;
        CyclicBarrier together = new CyclicBarrier(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        List<Future<String>> marks = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            PersonKeys caller = i % 2 == 0 ? keys : new CachedPersonKeys(keys, SETTINGS);
            marks.add(threads.submit(() -> {
                together.await();
                return mark(caller.keyFor(SARA).orElseThrow());
            }));
        }
        for (Future<String> each : marks) {
            assertThat(each.get()).isEqualTo(mark(keys, SARA));
        }
        threads.shutdown();
    }

    @Test
    void theMasterKeyIsHeldToTheFirstOneEvenBeforeAnybodyIsKnown() {
        assertThatExceptionOfType(MasterKeyException.class)
                .isThrownBy(() -> openWith(2))
                .withMessageContaining("does not open the keys that are stored")
                .withMessageContaining("LEDGER_MASTER_KEY");
        assertThat(openWith(1).knows(SARA)).isFalse();
    }

    @Test
    void onceDestroyedIsGoneForEverAndAloneSo() {
        keys.keyFor(SARA);
        String simin = mark(keys.keyFor(SIMIN).orElseThrow());
        keys.destroy(Set.of(SARA));
        for (PersonKeys each : List.of(keys, openWith(1))) {
            assertThat(each.find(SARA)).isEmpty();
            assertThat(each.keyFor(SARA)).as("never a new one").isEmpty();
            assertThat(each.knows(SARA)).isTrue();
            assertThat(mark(each, SIMIN)).isEqualTo(simin);
        }
    }
}
