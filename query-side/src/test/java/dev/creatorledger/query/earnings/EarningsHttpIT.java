package dev.creatorledger.query.earnings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.video.VideoEvent.VideoAudienceReported;
import dev.creatorledger.events.video.VideoEvent.VideoRegistered;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.video.VideoKind;
import dev.creatorledger.events.window.WindowEvent.ImpressionQualified;
import dev.creatorledger.query.History;
import dev.creatorledger.query.QueryHttp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A12: reports for a creator. The clock stands at noon of 2 February 2026. */
class EarningsHttpIT extends QueryHttp {

    private static int channels;

    private final ChannelId id = new ChannelId("earnings-http-" + channels++);
    private final String path = "/v1/channels/" + id.value();
    private final VideoId video = new VideoId(id.value() + "-v");
    private final VideoId another = new VideoId(id.value() + "-w");
    private long position;

    @BeforeEach
    void earn() {
        ImpressionQualified january = earned(video, "i1", "2026-01-31T23:59:59.999Z", 2_000_000);
        List<LedgerEvent> events = new ArrayList<>(List.of(
                new ChannelRegistered(id, owner(id, "Sara"), "Cooking", "IR", Money.IRR, false),
                new VideoRegistered(
                        video, id, VideoKind.ORIGINAL, false, null, video, id, true, false, false, "Saffron rice"),
                january,
                earned(video, "i2", "2026-02-01T00:00:00Z", 4_000_000),
                earned(another, "i3", "2026-02-02T10:00:00Z", 4_000_000),
                new EarningsFinalized(
                        id,
                        january.windowId(),
                        1,
                        january.netRevenue(),
                        january.creatorPart(),
                        january.netRevenue().minus(january.creatorPart()),
                        5_000,
                        1),
                viewed(video, "2026-01-31", 50, 0),
                viewed(video, "2026-01-31", 40, 50),
                viewed(another, "2026-02-02", 7, 0)));
        position = publish(events);
    }

    private ImpressionQualified earned(VideoId of, String impression, String shownAt, long micros) {
        return History.qualified(id, of, impression, Instant.parse(shownAt), micros, 5_000);
    }

    private VideoAudienceReported viewed(VideoId of, String day, long views, long before) {
        return new VideoAudienceReported(of, of, id, LocalDate.parse(day), views, 0, before, 0);
    }

    private JsonNode ask(String query) {
        return read(onceSeen(query));
    }

    /** The path of a query that waits until the view has what this test begins with. */
    private String onceSeen(String query) {
        return path + query + (query.contains("?") ? "&" : "?") + "atLeast=" + position;
    }

    private static String amount(JsonNode item, String field) {
        return item.get(field).get("amount").asString();
    }

    @Nested
    class By_day {

        @Test
        void are_oldest_first_and_leave_out_days_without_anything() {
            JsonNode items = ask("/earnings?by=day").get("items");
            assertThat(items.size()).isEqualTo(3);
            assertThat(items.get(0).get("period").asString()).isEqualTo("2026-01-31");
            assertThat(amount(items.get(0), "final")).isEqualTo("1");
            assertThat(amount(items.get(0), "estimated")).isEqualTo("0");
            assertThat(amount(items.get(0), "platformPart")).isEqualTo("1");
            assertThat(items.get(0).get("qualified").asLong()).isEqualTo(1);
            assertThat(items.get(0).get("views").asLong()).isEqualTo(40);
            assertThat(amount(items.get(0), "rpm")).isEqualTo("25");
            assertThat(amount(items.get(1), "estimated")).isEqualTo("2");
            assertThat(items.get(1).has("rpm")).as("no views, no RPM").isFalse();
        }

        @Test
        void are_cut_to_the_days_asked_for() {
            JsonNode items = ask("/earnings?from=2026-02-01&to=2026-02-01").get("items");
            assertThat(items.size()).isEqualTo(1);
            assertThat(items.get(0).get("period").asString()).isEqualTo("2026-02-01");
        }

        @Test
        void come_in_pages() {
            JsonNode first = ask("/earnings?limit=2");
            assertThat(first.get("items").size()).isEqualTo(2);
            JsonNode second =
                    ask("/earnings?limit=2&cursor=" + first.get("next").asString());
            assertThat(second.get("items").size()).isEqualTo(1);
            assertThat(second.get("items").get(0).get("period").asString()).isEqualTo("2026-02-02");
            assertThat(second.has("next")).isFalse();
        }
    }

    @Nested
    class By_month {

        @Test
        void sum_up_days_before_dividing() {
            JsonNode items = ask("/earnings?by=month").get("items");
            assertThat(items.size()).isEqualTo(2);
            assertThat(items.get(1).get("period").asString()).isEqualTo("2026-02");
            assertThat(amount(items.get(1), "estimated")).isEqualTo("4");
            assertThat(amount(items.get(1), "rpm")).isEqualTo("571.428571");
        }

        @Test
        void come_in_pages() {
            JsonNode first = ask("/earnings?by=month&limit=1");
            JsonNode second =
                    ask("/earnings?by=month&limit=1&cursor=" + first.get("next").asString());
            assertThat(second.get("items").get(0).get("period").asString()).isEqualTo("2026-02");
            assertThat(second.has("next")).isFalse();
        }
    }

    @Nested
    class Top_videos {

        @Test
        void do_not_go_on_from_a_cursor_that_they_have_not_given() {
            assertThat(get(onceSeen("/videos/top?cursor=bm90aGluZw")).statusCode())
                    .isEqualTo(400);
        }

        @Test
        void are_by_the_creators_earnings_of_the_last_28_days() {
            JsonNode items = ask("/videos/top").get("items");
            assertThat(items.get(0).get("videoId").asString()).isEqualTo(video.value());
            assertThat(items.get(0).get("title").asString()).isEqualTo("Saffron rice");
            assertThat(amount(items.get(0), "earnings")).isEqualTo("3");
            assertThat(items.get(0).get("qualified").asLong()).isEqualTo(2);
            assertThat(items.get(0).get("views").asLong()).isEqualTo(40);
            assertThat(items.get(1).get("videoId").asString()).isEqualTo(another.value());
            assertThat(items.get(1).has("title")).isFalse();
        }

        @Test
        void have_ties_by_identity() {
            JsonNode items = ask("/videos/top?from=2026-02-01&to=2026-02-02").get("items");
            assertThat(items.get(0).get("videoId").asString()).isEqualTo(video.value());
            assertThat(amount(items.get(1), "earnings")).isEqualTo(amount(items.get(0), "earnings"));
        }

        @Test
        void come_in_pages() {
            JsonNode first = ask("/videos/top?limit=1");
            JsonNode second =
                    ask("/videos/top?limit=1&cursor=" + first.get("next").asString());
            assertThat(second.get("items").get(0).get("videoId").asString()).isEqualTo(another.value());
            assertThat(second.has("next")).isFalse();
        }
    }

    @Nested
    class The_estimate {

        @Test
        void is_of_this_month_by_the_clock() {
            JsonNode estimate = ask("/estimate");
            assertThat(estimate.get("month").asString()).isEqualTo("2026-02");
            assertThat(amount(estimate, "soFar")).isEqualTo("4");
            assertThat(amount(estimate, "estimatedMonthEnd")).isEqualTo("74.666666"); // 4 × 28 / 1.5
            assertThat(estimate.get("elapsedShare").toString()).isEqualTo("0.0535");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/earnings?by=year",
                "/earnings?from=soon",
                "/earnings?from=2026-02-02&to=2026-02-01",
                "/earnings?limit=501",
                "/earnings?cursor=bm90aGluZw",
                "/videos/top?limit=0"
            })
    void what_is_malformed_is_400(String query) {
        assertThat(get(onceSeen(query)).statusCode()).isEqualTo(400);
    }
}
