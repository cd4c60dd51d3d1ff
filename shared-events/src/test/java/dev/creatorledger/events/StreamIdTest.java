package dev.creatorledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.refusal.RefusalId;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.BatchId;
import dev.creatorledger.events.window.WindowId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@SuppressWarnings("ClassCanBeStatic") // a group of jqwik is an inner class
class StreamIdTest {

    private static final Map<String, Function<String, String>> SHAPES = Map.of(
            "channelId", value -> new ChannelId(value).value(),
            "videoId", value -> new VideoId(value).value(),
            "backfillId", value -> new BackfillId(value).value(),
            "batchId", value -> new BatchId(value).value(),
            "refusalId", value -> new RefusalId(value).value());

    private static final List<Function<String, StreamId>> KINDS =
            List.of(ChannelId::new, VideoId::new, BatchId::new, RefusalId::new);

    @Group
    class TheShapeOfAnId {

        @Property
        void isWhatTheContractAllows(@ForAll("wellFormed") String value) {
            SHAPES.values().forEach(shape -> assertThat(shape.apply(value)).isEqualTo(value));
        }

        @Property
        void isNothingElse(@ForAll String value) {
            Assume.that(!value.matches("[A-Za-z0-9._-]{1,64}"));
            assertMalformed(value);
        }

        @Example
        void endsAt64Characters() {
            assertThat(new ChannelId("x".repeat(64)).value()).hasSize(64);
            List.of("", "x".repeat(65), "a b", "a:b", "a/b", "a\n", "é", "کانال")
                    .forEach(this::assertMalformed);
        }

        private void assertMalformed(String value) {
            SHAPES.forEach((name, shape) -> assertThatExceptionOfType(MalformedIdException.class)
                    .isThrownBy(() -> shape.apply(value))
                    .satisfies(malformed -> assertThat(malformed.kind()).isEqualTo(name))
                    .withMessageStartingWith(name + " must have 1 to 64 characters"));
        }

        @Provide
        Arbitrary<String> wellFormed() {
            return values();
        }
    }

    @Group
    class TheNamesOfStreams {

        @Property
        void areTheSameOnlyForTheSameId(@ForAll("ids") StreamId one, @ForAll("ids") StreamId other) {
            assertThat(one.toString().equals(other.toString())).isEqualTo(one.equals(other));
        }

        @Property
        void differByKindWhereTheValuesAreTheSame(@ForAll("wellFormed") String value) {
            assertThat(KINDS.stream().map(kind -> kind.apply(value).toString()))
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.endsWith(":" + value));
        }

        @Provide
        Arbitrary<String> wellFormed() {
            return values();
        }

        @Provide
        Arbitrary<StreamId> ids() {
            // Few values, so that equal ones meet often.
            Arbitrary<String> value = Arbitraries.of("a", "b", "channel", "window", "a-2026-01-01T05");
            Arbitrary<StreamId> plain =
                    Combinators.combine(Arbitraries.of(KINDS), value).as(Function::apply);
            Arbitrary<Instant> hour = Arbitraries.longs().between(0, 3).map(n -> Instant.parse("2026-01-01T05:00:00Z")
                    .plus(n, ChronoUnit.HOURS));
            Arbitrary<StreamId> window =
                    Combinators.combine(value.map(ChannelId::new), hour).as(WindowId::new);
            return Arbitraries.oneOf(plain, window);
        }
    }

    private static Arbitrary<String> values() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars("._-")
                .ofMinLength(1)
                .ofMaxLength(64);
    }
}
