package dev.creatorledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.verifier.Finding.Kind;
import dev.creatorledger.verifier.TestExport.Event;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** U3: what the verifier says of the first thing that does not hold. */
class VerificationTest {

    private final List<Event> events = TestExport.history(3, 40);
    private final List<Event> edited = new ArrayList<>(events);
    private final Checkpoint checkpoint =
            Checkpoint.of(new TestExport().checkpoint(events.get(39)).getBytes(StandardCharsets.UTF_8));

    private Finding finding() throws IOException {
        return Objects.requireNonNull(
                new Verification(checkpoint, null).run(new ByteArrayInputStream(TestExport.bytes(edited))));
    }

    private void expect(Kind kind, long sequence, String named) throws IOException {
        Finding finding = finding();
        assertThat(finding.kind()).as(finding.text()).isEqualTo(kind);
        assertThat(finding.sequence()).as(finding.text()).isEqualTo(sequence);
        assertThat(finding.text()).contains(named);
    }

    private String id(int sequence) {
        return events.get(sequence - 1).eventId();
    }

    private Event made(int sequence) {
        return events.get(sequence - 1).withPayload("{\"made\":\"up\"}");
    }

    @Nested
    class It_names {

        @Test
        void anEventThatWasChanged() throws IOException {
            edited.set(9, made(10));
            expect(Kind.CHANGED, 10, id(10));
        }

        @Test
        void anEventThatWasChangedWithItsOwnHash() throws IOException {
            edited.set(9, made(10).linked(10, events.get(8).hash()));
            expect(Kind.CHANGED, 10, id(10));
        }

        @Test
        void anEventBeforeTheLastThatWasChangedWithItsOwnHash() throws IOException {
            edited.set(38, made(39).linked(39, events.get(37).hash()));
            expect(Kind.CHANGED, 39, id(39));
        }

        @Test
        void theLastEventThatWasChangedWithItsOwnHash() throws IOException {
            edited.set(39, made(40).linked(40, events.get(38).hash()));
            expect(Kind.RECHAINED, 40, id(40));
        }

        @Test
        void eventsThatAreMissing() throws IOException {
            edited.subList(9, 12).clear();
            expect(Kind.MISSING, 10, "from 10 to 12");
        }

        @Test
        void oneThatIsMissingWhereTheOthersWereNumberedAnew() throws IOException {
            edited.remove(9);
            for (int i = 9; i < edited.size(); i++) {
                Event old = edited.get(i);
                edited.set(i, numbered(old, i + 1));
            }
            expect(Kind.MISSING, 10, id(11));
        }

        @Test
        void oneThatWasPutInWhereTheOthersWereNumberedAnew() throws IOException {
            edited.add(9, made(5).linked(10, events.get(8).hash()));
            for (int i = 10; i < edited.size(); i++) {
                edited.set(i, numbered(edited.get(i), i + 1));
            }
            expect(Kind.INSERTED, 10, id(5));
        }

        private Event numbered(Event old, long sequence) {
            return new Event(
                    sequence,
                    old.hash(),
                    old.previousHash(),
                    old.eventId(),
                    old.type(),
                    old.revision(),
                    old.aggregateType(),
                    old.stream(),
                    old.aggregateSequence(),
                    old.recordedAt(),
                    old.payload(),
                    old.metadata());
        }

        @Test
        void oneThatStandsTwice() throws IOException {
            edited.add(20, events.get(9));
            expect(Kind.INSERTED, 10, id(10));
        }

        @Test
        void oneThatWasPutInUnderAnothersNumber() throws IOException {
            edited.add(9, made(5).linked(10, events.get(8).hash()));
            expect(Kind.INSERTED, 10, id(5));
        }

        @Test
        void eventsThatWereSwapped() throws IOException {
            edited.set(9, events.get(10));
            edited.set(10, events.get(9));
            expect(Kind.SWAPPED, 10, id(10));
        }

        @Test
        void eventsThatWereSwappedOverALongWay() throws IOException {
            edited.set(2, events.get(38));
            edited.set(38, events.get(2));
            expect(Kind.SWAPPED, 3, id(3));
        }

        @Test
        void anEndThatWasCutOff() throws IOException {
            edited.subList(30, 40).clear();
            expect(Kind.CUT, 31, "ends with event 30");
        }

        @Test
        void anExportOfNothing() throws IOException {
            edited.clear();
            expect(Kind.CUT, 1, "ends with event 0");
        }

        @Test
        void aPartOfTheWhole() throws IOException {
            edited.subList(0, 5).clear();
            expect(Kind.MISSING, 1, "the verifier needs the whole");
        }

        @Test
        void aChainThatWasMadeAnew() throws IOException {
            edited.set(9, made(10));
            expectAnew(Kind.RECHAINED, 40, "another one than was signed");
        }

        @Test
        void aPlaceInAStreamThatIsEmptyInAChainThatWasMadeAnew() throws IOException {
            edited.remove(0);
            expectAnew(Kind.MISSING, 0, "something is missing");
        }

        private void expectAnew(Kind kind, long sequence, String named) throws IOException {
            List<Event> anew = TestExport.chained(edited, 0);
            edited.clear();
            edited.addAll(anew);
            Finding finding = finding();
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.text()).contains(named);
            assertThat(sequence == 0 || finding.sequence() == sequence).isTrue();
        }
    }

    @Nested
    class The_checkpoint {

        @Test
        void doesNotCoverWhatCameLater() throws IOException {
            Checkpoint early =
                    Checkpoint.of(new TestExport().checkpoint(events.get(29)).getBytes(StandardCharsets.UTF_8));
            edited.set(35, made(36).linked(36, events.get(34).hash()));
            List<Event> anew = TestExport.chained(edited, 36);
            Verification verification = new Verification(early, null);
            assertThat(verification.run(new ByteArrayInputStream(TestExport.bytes(anew))))
                    .isNull();
            assertThat(verification.events()).isEqualTo(40);
        }

        @Test
        void canBeOfAnEmptyStore() throws IOException {
            Checkpoint none = Checkpoint.of(
                    new TestExport().checkpoint(0, "0".repeat(64), 0).getBytes(StandardCharsets.UTF_8));
            assertThat(new Verification(none, null).run(new ByteArrayInputStream(new byte[0])))
                    .isNull();
        }
    }
}
