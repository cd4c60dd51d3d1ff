package dev.creatorledger.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BatchBodyTest {

    private final BatchBody body = new BatchBody();

    @Test
    void isTheJsonOfTheContract() {
        body.add(impression("i-1", "2017-11-14T23:59:59.007Z"));
        body.add(impression("i-2", "2017-11-15T00:00:00Z"));

        JsonNode read = JsonMapper.shared().readTree(body.take()).path("impressions");

        assertThat(read).hasSize(2);
        assertThat(read.get(0))
                .hasToString("{\"impressionId\":\"i-1\",\"videoId\":\"v-1\",\"adId\":\"ad-7\","
                        + "\"adType\":\"PRE_ROLL\",\"shownAt\":\"2017-11-14T23:59:59.007Z\",\"watchedMillis\":4000,"
                        + "\"netRevenue\":{\"amount\":\"734\",\"currency\":\"IRR\"}}");
        assertThat(read.get(1).path("shownAt").asString()).isEqualTo("2017-11-15T00:00:00.000Z");
    }

    @Test
    void beginsAnewWhenItWasTaken() {
        body.add(impression("i-1", "2017-11-14T05:06:07.008Z"));
        body.take();
        assertThat(body.size()).isZero();
        assertThat(body.take()).asString().isEqualTo("{\"impressions\":[]}");
    }

    @Test
    void growsWithItsImpressions() {
        for (int number = 0; number < 5_000; number++) {
            body.add(impression("an-impression-with-a-long-id-" + number, "1969-12-31T23:59:59.999Z"));
        }
        JsonNode read = JsonMapper.shared().readTree(body.take()).path("impressions");
        assertThat(read).hasSize(5_000);
        assertThat(read.get(4_999).path("shownAt").asString()).isEqualTo("1969-12-31T23:59:59.999Z");
    }

    private static SentImpression impression(String id, String shownAt) {
        return new SentImpression(
                id, "v-1", "ad-7", "PRE_ROLL", Instant.parse(shownAt).toEpochMilli(), 4_000, 734);
    }
}
