package dev.creatorledger.command.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.Impression;
import dev.creatorledger.events.window.ImpressionDigest;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Reading batches of impressions")
class BatchReaderTest {

    private static final int MAX_ITEMS = 5_000;
    private static final int MAX_BODY = 8 * 1024 * 1024;

    static final String GOOD =
            """
            {"impressionId":"i 1","videoId":"v-1","adId":"ad-1","adType":"PRE_ROLL",
             "shownAt":"2026-06-15T10:20:30.5Z","watchedMillis":4000,
             "netRevenue":{"amount":"1234.5","currency":"IRR"}}
            """;

    private final BatchReader reader = reader();

    static BatchReader reader() {
        return new BatchReader(MAX_ITEMS, MAX_BODY);
    }

    @Test
    void readsWhatTheContractSays() {
        Impression expected = new Impression(
                "i 1",
                new VideoId("v-1"),
                "ad-1",
                "PRE_ROLL",
                Instant.parse("2026-06-15T10:20:30.500Z"),
                4_000,
                Money.rialMicros(1_234_500_000));
        assertThat(document("{\"impressions\":[" + GOOD + "]}"))
                .containsExactly(new Item.Valid(expected, ImpressionDigest.of(expected)));
    }

    @Test
    void anEmptyListIsABatch() {
        assertThat(document("{\"impressions\":[]}")).isEmpty();
    }

    @Test
    void whatTheContractDoesNotNameIsPassedOver() {
        assertThat(document("{\"source\":{\"a\":[1]},\"impressions\":["
                        + GOOD.replace("{\"impressionId", "{\"more\":{\"x\":[{}]},\"impressionId") + "],\"n\":1}"))
                .singleElement()
                .isInstanceOf(Item.Valid.class);
    }

    @Nested
    @DisplayName("A6 A malformed item is invalid and spoils nothing else")
    class MalformedItems {

        @ParameterizedTest(name = "{2}: {0} -> {1}")
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                textBlock =
                        """
                        "i 1"                   | ""                            | IMPRESSION_ID_INVALID
                        "i 1"                   | 5                             | IMPRESSION_ID_INVALID
                        "i 1"                   | null                          | IMPRESSION_ID_INVALID
                        "i 1"                   | "caf\\u00e9"                  | IMPRESSION_ID_INVALID
                        "i 1"                   | "a\\n"                        | IMPRESSION_ID_INVALID
                        "impressionId"          | "impressionid"                | IMPRESSION_ID_INVALID
                        "v-1"                   | "v 1"                         | VIDEO_ID_INVALID
                        "v-1"                   | {"id":"v-1"}                  | VIDEO_ID_INVALID
                        "ad-1"                  | ["ad-1"]                      | AD_ID_INVALID
                        "ad-1"                  | "ad/1"                        | AD_ID_INVALID
                        "PRE_ROLL"              | true                          | AD_TYPE_INVALID
                        "2026-06-15T10:20:30.5Z"| "2026-06-15T10:20:30.5"       | SHOWN_AT_INVALID
                        "2026-06-15T10:20:30.5Z"| "2026-06-15T10:20:30+03:30"   | SHOWN_AT_INVALID
                        "2026-06-15T10:20:30.5Z"| "2026-02-30T10:20:30Z"        | SHOWN_AT_INVALID
                        "2026-06-15T10:20:30.5Z"| 1781518830                    | SHOWN_AT_INVALID
                        4000                    | -1                            | WATCHED_MILLIS_INVALID
                        4000                    | 4000.0                        | WATCHED_MILLIS_INVALID
                        4000                    | 4e3                           | WATCHED_MILLIS_INVALID
                        4000                    | "4000"                        | WATCHED_MILLIS_INVALID
                        4000                    | 9223372036854775808           | WATCHED_MILLIS_INVALID
                        "1234.5"                | 1234.5                        | NET_REVENUE_INVALID
                        "1234.5"                | "1234.5678901"                | NET_REVENUE_INVALID
                        "1234.5"                | "1e3"                         | NET_REVENUE_INVALID
                        "1234.5"                | "9223372036855"               | NET_REVENUE_INVALID
                        "1234.5"                | "-0.000001"                   | NET_REVENUE_NEGATIVE
                        "IRR"                   | "USD"                         | CURRENCY_NOT_IRR
                        "IRR"                   | "rial"                        | NET_REVENUE_INVALID
                        "currency"              | "curr"                        | NET_REVENUE_INVALID
                        """)
        void hasACode(String good, String bad, ItemProblem problem) {
            List<Item> items =
                    document("{\"impressions\":[" + GOOD + "," + GOOD.replace(good, bad) + "," + GOOD + "]}");
            assertThat(items).hasSize(3);
            assertThat(items.get(0)).isInstanceOf(Item.Valid.class);
            assertThat(items.get(1)).isInstanceOfSatisfying(Item.Invalid.class, item -> assertThat(item.problem())
                    .isEqualTo(problem));
            assertThat(items.get(2)).isEqualTo(items.get(0));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "\"x\"", "null", "[]", "[[{}]]", "true"})
        void thatIsNoObjectIsInvalid(String item) {
            assertThat(document("{\"impressions\":[" + item + "," + GOOD + "]}"))
                    .hasSize(2)
                    .first()
                    .isEqualTo(new Item.Invalid(null, null, 0, ItemProblem.NOT_AN_OBJECT));
        }

        @Test
        void keepsWhatCouldBeRead() {
            assertThat(document("{\"impressions\":[" + GOOD.replace("4000", "-1") + "]}"))
                    .containsExactly(new Item.Invalid(
                            "i 1", new VideoId("v-1"), 1_234_500_000, ItemProblem.WATCHED_MILLIS_INVALID));
        }

        @Test
        void takesIdsUpToTheirLongest() {
            String id128 = "x".repeat(128);
            assertThat(document("{\"impressions\":[" + GOOD.replace("i 1", id128) + ","
                            + GOOD.replace("i 1", id128 + "x") + "," + GOOD.replace("v-1", "v".repeat(64)) + ","
                            + GOOD.replace("v-1", "v".repeat(65)) + "]}"))
                    .extracting(item -> item instanceof Item.Valid)
                    .containsExactly(true, false, true, false);
        }

        @Test
        void takesNumbersOfAnyLengthWithoutBuildingThem() {
            assertThat(document("{\"impressions\":[" + GOOD.replace("4000", "9".repeat(1_000_000)) + "]}"))
                    .singleElement()
                    .isInstanceOf(Item.Invalid.class);
        }
    }

    @Nested
    @DisplayName("A malformed document is refused as a whole")
    class MalformedDocuments {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "[]",
                    "1",
                    "null",
                    "{}",
                    "{\"impressions\":{}}",
                    "{\"impressions\":null}",
                    "{\"impressions\":[]",
                    "{\"impressions\":[}",
                    "{\"impressions\":[{]}",
                    "{\"impressions\":[{\"a\":NaN}]}",
                    "{\"impressions\":[,]}",
                    "{\"impressions\":[]} x",
                    "{\"impressions\":[]}{}",
                    "{\"impressions\":[],\"impressions\":[]}",
                    "{'impressions':[]}",
                    "{\"impressions\":[{\"impressionId\":\"a\nb\"}]}"
                })
        void isMalformed(String document) {
            assertRefused(document, ErrorCode.MALFORMED_REQUEST);
        }

        @Test
        void ofBytesThatAreNoUtf8IsMalformed() {
            byte[] bytes = "{\"impressions\":[{\"impressionId\":\"x\"}]}".getBytes(StandardCharsets.ISO_8859_1);
            bytes[33] = (byte) 0xC3;
            assertThatThrownBy(() -> reader.document(bytes, bytes.length)).isInstanceOf(Refusal.class);
        }

        @Test
        void thatIsNestedTooDeeplyIsMalformed() {
            assertRefused("{\"impressions\":[" + "[".repeat(100_000), ErrorCode.MALFORMED_REQUEST);
        }

        @Test
        void ofMoreThanFiveThousandItemsIsTooLarge() {
            String full = "0,".repeat(4_999) + "0";
            assertThat(document("{\"impressions\":[" + full + "]}")).hasSize(5_000);
            assertRefused("{\"impressions\":[" + full + ",0]}", ErrorCode.PAYLOAD_TOO_LARGE);
        }

        private void assertRefused(String document, ErrorCode code) {
            assertThatThrownBy(() -> document(document))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
        }
    }

    @Nested
    @DisplayName("A line of NDJSON")
    class OneLine {

        @Test
        void isAnItem() {
            assertThat(line(GOOD)).isInstanceOf(Item.Valid.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{", "x", "{} {}", "{\"impressionId\":", "\"", "]"})
        void thatIsNoJsonIsInvalid(String line) {
            assertThat(line(line)).isEqualTo(new Item.Invalid(null, null, 0, ItemProblem.MALFORMED_LINE));
        }

        private Item line(String line) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            return reader.line(bytes, bytes.length);
        }
    }

    private List<Item> document(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return reader.document(bytes, bytes.length);
    }
}
