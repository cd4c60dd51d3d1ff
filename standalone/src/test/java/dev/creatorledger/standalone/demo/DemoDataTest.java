package dev.creatorledger.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.standalone.demo.DemoChannel.Standing;
import dev.creatorledger.standalone.demo.DemoImpression.Route;
import dev.creatorledger.standalone.demo.DemoVideo.Kind;
import dev.creatorledger.standalone.load.BatchBody;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DemoDataTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:41:07Z");
    private static final Instant HOUR = Instant.parse("2026-11-22T10:00:00Z");
    private static final DemoData DATA = new DemoData(new DemoSize(7, 40, 3, 50_000, NOW));

    @Property(tries = 20)
    void isTheSameBytesForTheSameSeed(@ForAll long seed, @ForAll @IntRange(min = 16, max = 60) int channels) {
        DemoSize size = new DemoSize(seed, channels, 3, 500, NOW);
        assertThat(bytes(new DemoData(size))).isEqualTo(bytes(new DemoData(size)));
        assertThat(new DemoData(size).audiences()).isEqualTo(new DemoData(size).audiences());
    }

    @Property(tries = 20)
    void isAnotherForAnotherSeed(@ForAll @IntRange(max = 1_000) int seed) {
        assertThat(bytes(new DemoData(new DemoSize(seed, 16, 2, 100, NOW))))
                .isNotEqualTo(bytes(new DemoData(new DemoSize(seed + 1L, 16, 2, 100, NOW))));
    }

    @Property(tries = 20)
    void keepsItsChannelsApartFromAnotherSizes(@ForAll long seed, @ForAll @IntRange(min = 16, max = 300) int channels) {
        DemoCast cast = DemoCast.of(new DemoSize(seed, channels, 2, 1, NOW));
        assertThat(cast.channels())
                .extracting(DemoChannel::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[A-Za-z0-9._-]{1,64}"));
        assertThat(cast.videos()).extracting(DemoVideo::id).doesNotHaveDuplicates();
        assertThat(cast.videos()).extracting(DemoVideo::kind).contains(Kind.values());
    }

    @Nested
    class ItsImpressions {

        @Test
        void haveHeavyTails() {
            Map<String, Long> perChannel = new TreeMap<>();
            DATA.impressions(drawn -> perChannel.merge(drawn.video().channel().id(), 1L, Long::sum));
            List<Long> sizes = perChannel.values().stream()
                    .sorted(Comparator.reverseOrder())
                    .toList();
            long topFour = sizes.stream().limit(4).mapToLong(Long::longValue).sum();
            assertThat(topFour).isBetween(50_000L * 40 / 100, 50_000L * 70 / 100);
            assertThat(sizes.get(sizes.size() - 1)).isLessThan(50_000L / 100);
        }

        @Test
        void areSentAgainOneInTen() {
            Set<String> ids = new HashSet<>();
            DATA.impressions(drawn -> ids.add(drawn.impression().impressionId()));
            assertThat(ids.size()).isBetween(50_000 * 89 / 100, 50_000 * 91 / 100);
        }

        @Test
        void qualifyTwoInThree() {
            long[] watched = new long[1];
            DATA.impressions(drawn -> watched[0] += drawn.impression().watchedMillis() >= 4_000 ? 1 : 0);
            assertThat(watched[0]).isBetween(50_000L * 63 / 100, 50_000L * 67 / 100);
        }

        @Test
        void takeTheRouteOfTheirHour() {
            Set<Route> routes = new HashSet<>();
            DATA.impressions(drawn -> {
                Instant shown = Instant.ofEpochMilli(drawn.impression().shownAtMillis());
                boolean old = shown.isBefore(HOUR.minus(Duration.ofHours(24)));
                assertThat(old).isEqualTo(drawn.route() != Route.LIVE);
                assertThat(shown).isBefore(HOUR).isAfterOrEqualTo(HOUR.minus(Duration.ofDays(3)));
                if (!old) {
                    assertThat(shown).isAfterOrEqualTo(HOUR.minus(Duration.ofHours(22)));
                }
                routes.add(drawn.route());
            });
            assertThat(routes).containsExactlyInAnyOrder(Route.values());
        }

        @Test
        void areNotMoreThanTheViewsReported() {
            Map<String, Long> views = DATA.audiences().stream()
                    .collect(Collectors.groupingBy(DemoAudience::videoId, Collectors.summingLong(DemoAudience::views)));
            Map<String, Set<String>> shown = new TreeMap<>();
            DATA.impressions(drawn -> {
                if (drawn.route() != Route.LATE) {
                    shown.computeIfAbsent(drawn.video().id(), video -> new HashSet<>())
                            .add(drawn.impression().impressionId());
                }
            });
            shown.forEach((video, ids) -> assertThat(views.get(video)).isGreaterThanOrEqualTo(ids.size()));
        }
    }

    @Nested
    class ItsChannels {

        @Test
        void areShortOfFollowersOrOfWatchTimeOrOfNothing() {
            Map<String, Long> watched = DATA.audiences().stream()
                    .collect(Collectors.groupingBy(
                            audience -> credited(audience.videoId()),
                            Collectors.summingLong(DemoAudience::watchSeconds)));
            for (DemoChannel channel : DATA.cast().channels()) {
                assertThat(channel.followers() < 200).isEqualTo(channel.standing() == Standing.SHORT_OF_FOLLOWERS);
                assertThat(watched.getOrDefault(channel.id(), 0L) < 3_000 * 3_600)
                        .isEqualTo(channel.standing() == Standing.SHORT_OF_WATCH_TIME);
            }
            assertThat(DATA.cast().channels()).extracting(DemoChannel::standing).contains(Standing.values());
        }

        private String credited(String videoId) {
            return DATA.cast().videos().stream()
                    .filter(video -> video.id().equals(videoId))
                    .findFirst()
                    .orElseThrow()
                    .credited()
                    .id();
        }
    }

    @Nested
    class ItsVideos {

        @Test
        void holdChainsOfRepublishingAcrossChannels() {
            List<DemoVideo> copies = DATA.cast().videos().stream()
                    .filter(video -> video.kind() == Kind.REPUBLISHED)
                    .toList();
            assertThat(copies).allMatch(copy -> !original(copy).channel().equals(copy.channel()));
            assertThat(copies).anyMatch(copy -> original(copy).kind() == Kind.REPUBLISHED);
        }

        @Test
        void standAfterTheirOriginals() {
            List<DemoVideo> earlier = new ArrayList<>();
            for (DemoVideo video : DATA.cast().videos()) {
                if (video.original() != null) {
                    assertThat(earlier).contains(video.original());
                }
                earlier.add(video);
            }
        }

        private DemoVideo original(DemoVideo copy) {
            return Objects.requireNonNull(copy.original());
        }
    }

    private static String bytes(DemoData data) {
        BatchBody body = new BatchBody();
        data.impressions(drawn -> body.add(drawn.impression()));
        return new String(body.take(), StandardCharsets.UTF_8);
    }
}
