package dev.creatorledger.query.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.platform.chain.ChainBroken;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.start.StartRefused;
import dev.creatorledger.query.MoneyHistory;
import dev.creatorledger.query.TestLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

/** U3: a start goes on where the last one ended, or says that something does not fit, and does nothing more. */
class ChainKeeperIT {

    private static final Instant NOW = Instant.parse("2026-02-02T12:00:00Z");
    private static final String TAMPER =
            "UPDATE domain_event SET payload = convert_to('{\"followers\":1}', 'UTF8') WHERE global_index = ";

    @TempDir
    private Path data;

    private final TestLedger ledger = new TestLedger();

    @BeforeEach
    void happen() {
        ledger.publish(MoneyHistory.of(1, 3, 400));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private ChainSettings settings(int checkAtStart) {
        return new ChainSettings(
                Duration.ofMillis(50),
                100,
                checkAtStart,
                data.resolve("checkpoints").toString(),
                data.resolve("keys").toString(),
                Duration.ofHours(1),
                1);
    }

    /** A keeper as a start makes one. */
    private ChainKeeper started(Instant now, int checkAtStart) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new ChainKeeper(ledger.chain(clock), ledger.storedEvents(), settings(checkAtStart), clock);
    }

    private ChainKeeper started() {
        return started(NOW, 100_000);
    }

    private static void assertBroken(ChainKeeper keeper, String named) {
        assertThatThrownBy(keeper::catchUp).isInstanceOf(ChainBroken.class).hasMessageContaining(named);
        assertThatThrownBy(keeper::sign).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(ErrorCode.CHAIN_BROKEN));
        ChainWatch watch =
                new ChainWatch(keeper, new ChainSettings(Duration.ofSeconds(1), 1, 1, "", "", Duration.ofHours(1), 1));
        assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(String.valueOf(watch.health().getDetails().get("reason"))).contains(named);
    }

    @Nested
    class A_start {

        @Test
        void goesOn() {
            long first = started().sign().checkpoint().sequence();
            assertThat(first).isEqualTo(ledger.storedEvents().head());
            ledger.publish(MoneyHistory.of(2, 3, 100));
            ChainKeeper again = started();
            ChainKeeper.Made made = again.sign();
            assertThat(made.created()).isTrue();
            assertThat(made.checkpoint().sequence())
                    .isEqualTo(ledger.storedEvents().head());
            assertThat(again.before(Long.MAX_VALUE, 10))
                    .extracting(Checkpoint::sequence)
                    .containsExactly(made.checkpoint().sequence(), first);
        }

        @Test
        void namesAnEventThatWasChangedSinceItWasLinked() {
            started().sign();
            ledger.tamper(TAMPER + 17);
            assertBroken(started(), "Event 17,");
        }

        @Test
        void doesNotSayThatEverythingWasComparedWhereItWasNot() {
            started().sign();
            ledger.tamper(TAMPER + 17);
            ChainKeeper keeper = started(NOW, 10);
            keeper.catchUp(); // event 17 is not among the last ten; the verifier finds it
            assertThat(keeper.broken()).isNull();
        }

        @Test
        void seesThatTheEndIsGone() {
            long head = started().sign().checkpoint().sequence();
            ledger.tamper("DELETE FROM domain_event WHERE global_index > " + (head - 5));
            assertBroken(started(), "ends at " + (head - 5));
        }

        @Test
        void isRefusedOnAnOlderStateThanWasSigned() {
            ChainKeeper signer = started();
            assertThat(signer.signedUpTo()).as("nothing is signed yet").isZero();
            signer.refuseAnOlderState();
            long head = signer.sign().checkpoint().sequence();
            assertThat(signer.signedUpTo()).isEqualTo(head);
            started().refuseAnOlderState();
            ledger.tamper("DELETE FROM domain_event WHERE global_index > " + (head - 5));
            assertThatThrownBy(started()::refuseAnOlderState)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("end at " + (head - 5))
                    .hasMessageContaining("signed of " + head)
                    .hasMessageContaining("Restore a newer backup");
        }

        @Test
        void seesThatTheLinksAreGoneToo() {
            long head = started().sign().checkpoint().sequence();
            ledger.tamper("DELETE FROM domain_event WHERE global_index > " + (head - 5));
            ledger.tamper("DELETE FROM chain_link");
            assertBroken(started(), "a checkpoint was signed of " + head);
        }

        @Test
        void seesThatEverythingWasLinkedAnewBehindItsBack() {
            ChainKeeper keeper = started();
            long head = keeper.sign().checkpoint().sequence();
            ledger.tamper(TAMPER + 17);
            ledger.tamper("DELETE FROM chain_link");
            ledger.chain(Clock.systemUTC()).extend(1_000_000);
            assertBroken(started(), "Event " + head + " has another hash than its checkpoint");
        }

        @Test
        void seesThatACheckpointWasChanged() throws IOException {
            long head = started().sign().checkpoint().sequence();
            Path file = data.resolve("checkpoints").resolve(head + ".json");
            Files.writeString(file, Files.readString(file).replace("\"count\":" + head, "\"count\":1"));
            assertBroken(started(), "not as it was signed");
        }

        @Test
        void makesNoNewKeyWhereSomethingWasSigned() throws IOException {
            started().sign();
            Files.delete(data.resolve("keys").resolve(CheckpointKey.PRIVATE));
            assertThatThrownBy(() -> started().sign()).hasMessageContaining("key");
            Files.delete(data.resolve("keys").resolve(CheckpointKey.PUBLIC));
            assertThatThrownBy(() -> started().sign()).hasMessageContaining("key");
            assertThat(data.resolve("keys").resolve(CheckpointKey.PRIVATE)).doesNotExist();
        }
    }

    @Test
    void notesWhileRunningThatWhatItSignedIsGone() {
        ChainKeeper keeper = started();
        keeper.sign();
        ledger.tamper("UPDATE chain_link SET hashes = set_byte(hashes, octet_length(hashes) - 1, 0),"
                + " linked_at = 0 WHERE position = (SELECT max(position) FROM chain_link)");
        ledger.publish(MoneyHistory.of(3, 3, 20));
        assertThatThrownBy(keeper::sign).isInstanceOf(Refusal.class);
        assertBroken(keeper, "has another hash");
    }

    @Test
    void keepsItsPrivateKeyToItsOwner() throws IOException {
        started().sign();
        Path key = data.resolve("keys").resolve(CheckpointKey.PRIVATE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void signsByItselfEveryHourIfAnythingIsNew() {
        ChainKeeper first = started();
        first.catchUp();
        first.signIfDue();
        assertThat(first.before(Long.MAX_VALUE, 10)).isEmpty();
        long head = first.sign().checkpoint().sequence();
        ChainKeeper later = started(NOW.plus(Duration.ofHours(2)), 10);
        later.signIfDue();
        assertThat(later.before(Long.MAX_VALUE, 10)).hasSize(1);
        ledger.publish(MoneyHistory.of(2, 3, 10));
        started(NOW.plus(Duration.ofMinutes(59)), 10).signIfDue();
        assertThat(later.before(Long.MAX_VALUE, 10)).hasSize(1);
        later.signIfDue();
        assertThat(later.before(Long.MAX_VALUE, 10)).hasSize(2);
        assertThat(later.before(head, 10)).isEmpty();
    }

    @Test
    void followsTheStoreByItself() {
        ChainKeeper keeper = started();
        ChainWatch watch = new ChainWatch(keeper, settings(10));
        watch.start();
        try {
            await().until(() -> keeper.linked() == ledger.storedEvents().head());
            ledger.publish(MoneyHistory.of(2, 3, 50));
            await().until(() -> keeper.linked() == ledger.storedEvents().head());
            assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
            assertThat(watch.isRunning()).isTrue();
        } finally {
            watch.stop();
        }
        assertThat(watch.isRunning()).isFalse();
    }
}
