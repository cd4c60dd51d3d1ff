package dev.creatorledger.command.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

@Label("Whatever bytes come in")
class ReadingPropertiesTest {

    private static final String DOCUMENT =
            "{\"impressions\":[" + BatchReaderTest.GOOD + "," + BatchReaderTest.GOOD + "]}";

    private final BatchReader reader = BatchReaderTest.reader();

    @Property
    @Label("bytes of any kind are a batch or malformed, never anything else")
    void anyBytesAreABatchOrMalformed(@ForAll @Size(max = 300) byte[] bytes) {
        readOrRefuse(bytes);
        assertThat(reader.line(bytes, bytes.length)).isNotNull();
    }

    @Property
    @Label("a good document with some bytes changed is a batch or malformed")
    void aDamagedDocumentIsABatchOrMalformed(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 0, max = 500) Integer> places, @ForAll byte change) {
        byte[] bytes = DOCUMENT.getBytes(StandardCharsets.UTF_8);
        places.forEach(place -> bytes[place % bytes.length] = change);
        readOrRefuse(bytes);
    }

    @Property
    @Label("a good document cut off anywhere is malformed")
    void aDocumentCutOffIsMalformed(@ForAll @IntRange(min = 0, max = 400) int length) {
        byte[] bytes = DOCUMENT.getBytes(StandardCharsets.UTF_8);
        int cut = Math.min(length, bytes.length - 1);
        try {
            reader.document(bytes, cut);
            throw new AssertionError("a document cut off was read");
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
        }
    }

    private void readOrRefuse(byte[] bytes) {
        try {
            assertThat(reader.document(bytes, bytes.length)).doesNotContainNull();
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
        }
    }

    @Property
    @Label("every instant of four-digit years is read as it was written")
    void everyInstantIsRead(
            @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long second,
            @ForAll @IntRange(min = 0, max = 999_999_999) int nano) {
        Instant instant = Instant.ofEpochSecond(second, nano);
        assertThat(Rfc3339.parse(instant.toString())).isEqualTo(instant);
        assertThat(Rfc3339.parse(instant.toString().replace("Z", "+00:00"))).isEqualTo(instant);
    }

    @Property
    @Label("what looks like an instant is read as the general parser reads it, or by neither")
    void whatLooksLikeAnInstantIsReadAlike(@ForAll("almostInstants") String text) {
        assertThat(Rfc3339.parse(text)).isEqualTo(general(text));
    }

    @Provide
    Arbitrary<String> almostInstants() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 70);
        return number.list().ofSize(5).map(n -> "20%02d-%02d-%02dT%02d:%02d:30Z"
                .formatted(n.get(0), n.get(1) % 15, n.get(2) % 35, n.get(3) % 26, n.get(4)));
    }

    private static @Nullable Instant general(String text) {
        try {
            OffsetDateTime read = OffsetDateTime.parse(text);
            return read.getOffset().equals(ZoneOffset.UTC) ? read.toInstant() : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
