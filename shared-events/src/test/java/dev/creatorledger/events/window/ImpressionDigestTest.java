package dev.creatorledger.events.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.video.VideoId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ImpressionDigestTest {

    private static final Instant SHOWN_AT = Instant.parse("2026-01-01T05:30:00.000000001Z");
    private static final Impression IMPRESSION = of("i-1", "v-1", "ad-1", "PRE_ROLL", SHOWN_AT, 4_000, 1_500, "IRR");

    @Nested
    class A6TheDigest {

        @Test
        void isTheSameForEqualImpressions() {
            Impression equal = of("i-1", "v-1", "ad-1", "PRE_ROLL", SHOWN_AT, 4_000, 1_500, "IRR");
            assertThat(ImpressionDigest.of(equal)).isEqualTo(ImpressionDigest.of(IMPRESSION));
        }

        @Test
        void changesWithEveryField() {
            List<Impression> others = List.of(
                    of("i-2", "v-1", "ad-1", "PRE_ROLL", SHOWN_AT, 4_000, 1_500, "IRR"),
                    of("i-1", "v-2", "ad-1", "PRE_ROLL", SHOWN_AT, 4_000, 1_500, "IRR"),
                    of("i-1", "v-1", "ad-2", "PRE_ROLL", SHOWN_AT, 4_000, 1_500, "IRR"),
                    of("i-1", "v-1", "ad-1", "MID_ROLL", SHOWN_AT, 4_000, 1_500, "IRR"),
                    of("i-1", "v-1", "ad-1", "PRE_ROLL", SHOWN_AT.plusSeconds(1), 4_000, 1_500, "IRR"),
                    of("i-1", "v-1", "ad-1", "PRE_ROLL", SHOWN_AT.plusNanos(1), 4_000, 1_500, "IRR"),
                    of("i-1", "v-1", "ad-1", "PRE_ROLL", SHOWN_AT, 4_001, 1_500, "IRR"),
                    of("i-1", "v-1", "ad-1", "PRE_ROLL", SHOWN_AT, 4_000, 1_501, "IRR"),
                    of("i-1", "v-1", "ad-1", "PRE_ROLL", SHOWN_AT, 4_000, 1_500, "USD"));
            assertThat(Stream.concat(Stream.of(IMPRESSION), others.stream()).map(ImpressionDigest::of))
                    .doesNotHaveDuplicates();
        }

        @Test
        void knowsWhereOneTextEndsAndTheNextBegins() {
            assertThat(ImpressionDigest.of(of("i-1", "v-1", "ad", "1PRE", SHOWN_AT, 4_000, 1_500, "IRR")))
                    .isNotEqualTo(ImpressionDigest.of(of("i-1", "v-1", "ad1", "PRE", SHOWN_AT, 4_000, 1_500, "IRR")));
        }

        @Test
        void hasAComponentForEveryFieldThatAnImpressionHas() {
            // A field added to Impression without a place in the digest would let a conflict pass for a duplicate.
            assertThat(Impression.class.getRecordComponents()).hasSize(7);
        }
    }

    @Nested
    class A8AsALeaf {

        @Test
        void isTheLeafHashOfTheCanonicalForm() throws IOException, NoSuchAlgorithmException {
            ByteArrayOutputStream canonical = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(canonical);
            out.writeByte(0);
            for (String text : List.of("i-1", "v-1", "ad-1", "PRE_ROLL", "IRR")) {
                out.writeUTF(text);
            }
            out.writeLong(SHOWN_AT.getEpochSecond());
            out.writeLong(1);
            out.writeLong(4_000);
            out.writeLong(1_500);
            assertThat(ImpressionDigest.of(IMPRESSION).bytes())
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(canonical.toByteArray()));
        }
    }

    private static Impression of(
            String id,
            String video,
            String ad,
            String type,
            Instant shownAt,
            long watched,
            long micros,
            String currency) {
        return new Impression(
                id, new VideoId(video), ad, type, shownAt, watched, new Money(micros, Currency.getInstance(currency)));
    }
}
