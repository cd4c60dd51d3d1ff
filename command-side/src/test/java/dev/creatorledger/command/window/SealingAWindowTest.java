package dev.creatorledger.command.window;

import static dev.creatorledger.command.window.WindowScenario.BACKFILL;
import static dev.creatorledger.command.window.WindowScenario.DUE;
import static dev.creatorledger.command.window.WindowScenario.LAST_MOMENT;
import static dev.creatorledger.command.window.WindowScenario.WINDOW;
import static dev.creatorledger.command.window.WindowScenario.impression;
import static dev.creatorledger.command.window.WindowScenario.notQualified;
import static dev.creatorledger.command.window.WindowScenario.opened;
import static dev.creatorledger.command.window.WindowScenario.openedUnder;
import static dev.creatorledger.command.window.WindowScenario.qualified;
import static dev.creatorledger.command.window.WindowScenario.rial;
import static dev.creatorledger.command.window.WindowScenario.sealing;
import static dev.creatorledger.command.window.WindowScenario.watched;
import static dev.creatorledger.command.window.WindowScenario.worth;

import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.window.Impression;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowSealed;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A8 Sealing a window")
class SealingAWindowTest {

    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void aMillisecondBeforeItsTimeNothingHappens() {
        opened().at(LAST_MOMENT)
                .when(sealing())
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(Optional.empty())
                .expectNoEvents();
    }

    @Test
    void fromItsTimeOnTheTotalsBecomeFinal() {
        Impression b = worth("b", 3);
        Impression a = worth("a", 5);
        Impression c = worth("c", 7);
        opened().after(qualified(b, 2), qualified(c, 4), notQualified(watched("x", 1)), qualified(a, 3))
                .at(DUE)
                .when(sealing())
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(Optional.of(new WindowTotals(WINDOW, 3, rial(15), rial(9), 5_000, 1)))
                .expectEvents(new ImpressionWindowSealed(
                        WINDOW, 3, 1, rial(15), rial(9), rial(6), 5_000, 1, rootOf(List.of(a, b, c))));
    }

    @Test
    void anEmptyWindowHasTheRootOfNothing() {
        opened().at(DUE)
                .when(sealing())
                .expectEvents(new ImpressionWindowSealed(WINDOW, 0, 0, rial(0), rial(0), rial(0), 5_000, 1, NOTHING));
    }

    @Test
    void isQuietWhenRepeatedAndTellsTheTotalsAgain() {
        opened().after(qualified(impression("a")))
                .after(new ImpressionWindowSealed(
                        WINDOW, 1, 0, rial(1_000_000_000), rial(500_000_000), rial(500_000_000), 5_000, 1, "root"))
                .at(DUE)
                .when(sealing())
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(
                        Optional.of(new WindowTotals(WINDOW, 1, rial(1_000_000_000), rial(500_000_000), 5_000, 1)))
                .expectNoEvents();
    }

    @Test
    @DisplayName("A11 a window of a backfill is not sealed by the clock")
    void aWindowOfABackfillIsNotSealedByTheClock() {
        openedUnder(BACKFILL)
                .at("2027-01-01T00:00:00Z")
                .when(sealing())
                .expectResultMessagePayload(Optional.empty())
                .expectNoEvents();
    }

    @Test
    @DisplayName("A11 the closing of its backfill seals a window")
    void theClosingOfItsBackfillSealsAWindow() {
        openedUnder(BACKFILL)
                .when(new SealWindow(WINDOW, BACKFILL))
                .expectEvents(new ImpressionWindowSealed(WINDOW, 0, 0, rial(0), rial(0), rial(0), 5_000, 1, NOTHING));
    }

    @Test
    @DisplayName("A11 the closing of a backfill seals no other windows")
    void theClosingOfABackfillSealsNoOthers() {
        opened().at(DUE).when(new SealWindow(WINDOW, BACKFILL)).expectNoEvents();
        openedUnder(new BackfillId("other"))
                .when(new SealWindow(WINDOW, BACKFILL))
                .expectNoEvents();
    }

    /** RFC 6962 by the book: recursive, over the canonical form written out by hand. */
    private static String rootOf(List<Impression> sortedById) {
        return HexFormat.of()
                .formatHex(
                        tree(sortedById.stream().map(SealingAWindowTest::leaf).toList()));
    }

    private static byte[] tree(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return hash(1, tree(leaves.subList(0, left)), tree(leaves.subList(left, leaves.size())));
    }

    private static byte[] leaf(Impression it) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String text : List.of(it.impressionId(), it.videoId().value(), it.adId(), it.adType(), "IRR")) {
                out.writeShort(text.length());
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            out.writeLong(it.shownAt().getEpochSecond());
            out.writeLong(it.shownAt().getNano());
            out.writeLong(it.watchedMillis());
            out.writeLong(it.netRevenue().micros());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hash(0, bytes.toByteArray());
    }

    private static byte[] hash(int prefix, byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((byte) prefix);
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
