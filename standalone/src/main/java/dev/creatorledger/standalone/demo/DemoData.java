package dev.creatorledger.standalone.demo;

import dev.creatorledger.standalone.demo.DemoImpression.Route;
import dev.creatorledger.standalone.load.SentImpression;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The demo's data, a pure function of its size: drawn anew each time it is asked for, and the same each time.
 */
final class DemoData {

    /** One in ten is sent again; one in two hundred comes too late. */
    private static final double REPEATED = 0.1;

    private static final double LATE = 0.005;
    private static final double QUALIFIED = 0.65;
    private static final int REMEMBERED = 4_096;
    private static final int HOUR_MILLIS = 3_600_000;
    private static final int MOST_OTHER_WATCH_SECONDS = 3_600;

    private final DemoSize size;
    private final DemoCast cast;
    private final double[] weights;
    private final double[] hours;

    DemoData(DemoSize size) {
        this.size = size;
        this.cast = DemoCast.of(size);
        this.weights =
                cumulated(cast.videos().stream().mapToDouble(DemoVideo::weight).toArray());
        double[] byHour = new double[size.hours()];
        for (int hour = 0; hour < byHour.length; hour++) {
            byHour[hour] = traffic(size.hour(hour).atZone(ZoneOffset.UTC).getHour());
        }
        this.hours = cumulated(byHour);
    }

    /** The channels and videos. */
    DemoCast cast() {
        return cast;
    }

    /** How much there is of it. */
    DemoSize size() {
        return size;
    }

    /** Every impression in the order of sending, repeats included. */
    void impressions(Consumer<DemoImpression> to) {
        Random random = new Random(~size.seed());
        DemoImpression[] remembered = new DemoImpression[REMEMBERED];
        int fresh = 0;
        for (int number = 0; number < size.impressions(); number++) {
            if (fresh > 0 && random.nextDouble() < REPEATED) {
                to.accept(remembered[random.nextInt(Math.min(fresh, REMEMBERED))]);
            } else {
                DemoImpression drawn = draw(number, random);
                remembered[fresh++ % REMEMBERED] = drawn;
                to.accept(drawn);
            }
        }
    }

    /** The views and watch time of every video and day, in the order of videos and days. */
    List<DemoAudience> audiences() {
        Map<String, Map<LocalDate, Long>> shown = shown();
        Random random = new Random(size.seed() + 1);
        List<DemoAudience> audiences = new ArrayList<>();
        LocalDate last = dayOf(size.now().toEpochMilli() - 1);
        for (DemoVideo video : cast.videos()) {
            boolean first = video.original() == null && isFirst(video);
            Map<LocalDate, Long> days = shown.getOrDefault(video.id(), Map.of());
            for (LocalDate day = dayOf(size.from().toEpochMilli()); !day.isAfter(last); day = day.plusDays(1)) {
                long ads = days.getOrDefault(day, 0L);
                long views = ads + ads * random.nextInt(10) / 100;
                long watched = first
                        ? video.channel().watchSeconds() / size.days() + 1
                        : Math.min(MOST_OTHER_WATCH_SECONDS, views * 90);
                audiences.add(new DemoAudience(video.id(), day, views, watched));
            }
        }
        return audiences;
    }

    /** Impressions per video and day, each once; late ones are of views that nobody reports any more. */
    private Map<String, Map<LocalDate, Long>> shown() {
        Map<String, Map<LocalDate, Long>> shown = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        impressions(drawn -> {
            SentImpression impression = drawn.impression();
            if (drawn.route() != Route.LATE && seen.add(impression.impressionId())) {
                shown.computeIfAbsent(impression.videoId(), video -> new TreeMap<>())
                        .merge(dayOf(impression.shownAtMillis()), 1L, Long::sum);
            }
        });
        return shown;
    }

    private DemoImpression draw(int number, Random random) {
        DemoVideo video = cast.videos().get(drawIndex(weights, random));
        boolean late = random.nextDouble() < LATE;
        int hour = late ? random.nextInt(size.backfillHours()) : drawIndex(hours, random);
        Route route = late ? Route.LATE : hour < size.backfillHours() ? Route.BACKFILL : Route.LIVE;
        boolean watched = random.nextDouble() < QUALIFIED;
        long mean = video.credited().rialPerImpression();
        SentImpression impression = new SentImpression(
                size.backfillId() + ":" + number,
                video.id(),
                "ad-" + random.nextInt(50),
                random.nextInt(4) == 0 ? "MID_ROLL" : "PRE_ROLL",
                size.hour(hour).toEpochMilli() + random.nextInt(HOUR_MILLIS),
                watched ? 4_000 + random.nextInt(26_000) : random.nextInt(4_000),
                mean / 2 + random.nextInt((int) mean + 1));
        return new DemoImpression(impression, video, route);
    }

    private boolean isFirst(DemoVideo video) {
        return cast.videos().indexOf(video) < cast.channels().size();
    }

    /** The evening has three times the traffic of the night. */
    private static double traffic(int hourOfDay) {
        return 2 - StrictMath.cos((hourOfDay - 5) * StrictMath.PI / 12);
    }

    private static int drawIndex(double[] cumulated, Random random) {
        int found = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found + 1, cumulated.length - 1);
    }

    private static double[] cumulated(double[] parts) {
        double[] sums = parts.clone();
        for (int index = 1; index < sums.length; index++) {
            sums[index] += sums[index - 1];
        }
        return sums;
    }

    private static LocalDate dayOf(long millis) {
        return LocalDate.ofEpochDay(Math.floorDiv(millis, 86_400_000L));
    }
}
