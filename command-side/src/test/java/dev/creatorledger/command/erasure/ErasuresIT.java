package dev.creatorledger.command.erasure;

import static dev.creatorledger.command.CommandSideOnPostgres.CALLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.command.channel.EraseOwner;
import dev.creatorledger.events.channel.ChannelEvent.OwnerErased;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.platform.person.PersonKeys;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("U7 An erasure")
class ErasuresIT {

    private static final ChannelId CHANNEL = new ChannelId("ch");
    private static final PersonId OWNER = PersonId.owner(CHANNEL);
    private static final PersonId MEMBER = new PersonId("member:m-1");

    @SuppressWarnings("NullAway.Init")
    private CommandSideOnPostgres side;

    @BeforeEach
    void start() {
        side = CommandSideOnPostgres.at("2026-06-15T12:30:00Z");
        side.registered(CHANNEL.value());
        keys().keyFor(OWNER);
    }

    @AfterEach
    void stop() {
        side.close();
    }

    private PersonKeys keys() {
        return side.part(PersonKeys.class);
    }

    private Erasures erasures() {
        return side.part(Erasures.class);
    }

    @Test
    void thatWasCutOffBeforeTheKeyWasDestroyedIsFinishedByTheNextStart() {
        side.execute(new EraseOwner(CHANNEL), CHANNEL);
        assertThat(keys().find(OWNER)).as("as a kill leaves it").isPresent();
        side.restart();
        assertThat(keys().find(OWNER)).isEmpty();
        assertThat(keys().keyFor(OWNER)).isEmpty();
    }

    @Test
    void thatWasCutOffIsFinishedByARepeatWithoutAnotherEvent() {
        side.execute(new EraseOwner(CHANNEL), CHANNEL);
        erasures().erase(OWNER, CALLER);
        assertThat(keys().find(OWNER)).isEmpty();
        assertThat(side.stored(OwnerErased.class)).containsExactly(new OwnerErased(CHANNEL));
    }

    @Test
    void isDoneAgainWhenTheKeyCameBackWithABackup() {
        byte[] wrapped = side.database()
                .queryForObject(
                        "SELECT wrapped_key FROM persons.person_key WHERE person = ?", byte[].class, OWNER.value());
        erasures().erase(OWNER, CALLER);
        side.database()
                .update(
                        "UPDATE persons.person_key SET wrapped_key = ?, destroyed_at = NULL,"
                                + " master_key_id = (SELECT master_key_id FROM persons.master_key)",
                        new Object[] {wrapped});
        assertThat(keys().find(OWNER)).as("back with the backup").isPresent();
        side.restart();
        assertThat(keys().find(OWNER)).isEmpty();
    }

    @Test
    void whoseKeyCannotBeDestroyedNowIsRecordedAndAskedForAgain() {
        side.database().execute("ALTER TABLE persons.person_key RENAME TO away");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> erasures().erase(OWNER, CALLER))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        side.database().execute("ALTER TABLE persons.away RENAME TO person_key");
        assertThat(side.stored(OwnerErased.class)).hasSize(1);
        erasures().erase(OWNER, CALLER);
        assertThat(keys().find(OWNER)).isEmpty();
        assertThat(side.stored(OwnerErased.class)).hasSize(1);
    }

    @Test
    void isRecordedOnceHoweverManyAskForItAtOnce() throws Exception {
        int callers = 4;
        CyclicBarrier together = new CyclicBarrier(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        List<Future<Long>> versions = new ArrayList<>();
        IntStream.range(0, callers)
                .forEach(caller -> versions.add(threads.submit(() -> {
                    together.await();
                    return erasures().erase(OWNER, CALLER).version();
                })));
        for (Future<Long> version : versions) {
            assertThat(version.get()).isEqualTo(1);
        }
        threads.shutdown();
        assertThat(side.stored(OwnerErased.class)).hasSize(1);
        assertThat(keys().find(OWNER)).isEmpty();
    }

    @Test
    void ofAMemberNeedsAKeyAndDestroysIt() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> erasures().erase(MEMBER, CALLER))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
        keys().keyFor(MEMBER);
        erasures().erase(MEMBER, CALLER);
        assertThat(keys().find(MEMBER)).isEmpty();
        assertThat(erasures().erase(MEMBER, CALLER).created())
                .as("quiet when repeated")
                .isFalse();
    }
}
