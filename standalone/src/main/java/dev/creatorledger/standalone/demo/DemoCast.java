package dev.creatorledger.standalone.demo;

import dev.creatorledger.standalone.demo.DemoChannel.Standing;
import dev.creatorledger.standalone.demo.DemoVideo.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Draws the channels and videos of a demo: audiences by Zipf's law, so that a few channels have most views.
 *
 * @param channels the channels, the largest first
 * @param videos the videos; an original stands before what was republished of it
 */
record DemoCast(List<DemoChannel> channels, List<DemoVideo> videos) {

    private static final double CHANNEL_EXPONENT = 1.1;
    private static final double VIDEO_EXPONENT = 0.8;
    private static final double COPY_WEIGHT = 0.3;
    private static final long HOUR_SECONDS = 3_600;

    private static final List<String> TITLES = List.of(
            "آشپزی با مریم",
            "جاده و موتور",
            "گیم‌لند",
            "علم به زبان ساده",
            "خنده‌بازار",
            "ورزش صبحگاهی",
            "سفر به کویر",
            "نقد فیلم",
            "موسیقی نواحی",
            "تعمیرکار خانه",
            "کدنویسی از صفر",
            "باغچهٔ مادربزرگ",
            "شطرنج با امیر",
            "ماشین‌باز",
            "داستان شب",
            "نجوم برای همه",
            "Dapur Nusantara",
            "Kuala Lumpur on Foot",
            "Speedrun Hour",
            "Desert Camera");

    /** Four of ten videos are plain originals; every kind comes up in every twenty videos. */
    private static final List<Kind> DECK = deck();

    /** Draws them. */
    static DemoCast of(DemoSize size) {
        Random random = new Random(size.seed());
        List<DemoChannel> channels = new ArrayList<>();
        for (int rank = 0; rank < size.channels(); rank++) {
            channels.add(channel(size, rank, random));
        }
        return new DemoCast(List.copyOf(channels), List.copyOf(videos(size, channels, random)));
    }

    private static DemoChannel channel(DemoSize size, int rank, Random random) {
        Standing standing = standing(rank);
        long followers = standing == Standing.SHORT_OF_FOLLOWERS
                ? 20 + random.nextInt(180)
                : 200 + random.nextInt(1 + 2_000_000 / (rank + 1));
        long hours = standing == Standing.SHORT_OF_WATCH_TIME
                ? 100 + random.nextInt(1_900)
                : 3_000 + random.nextInt(1 + 500_000 / (rank + 1));
        int shareBps = random.nextInt(4) == 0 ? 5_500 : 5_000;
        String title = TITLES.get(rank % TITLES.size());
        return new DemoChannel(
                "%s-c%03d".formatted(size.prefix(), rank + 1),
                rank < TITLES.size() ? title : title + " " + (rank / TITLES.size() + 1),
                standing,
                followers,
                hours * HOUR_SECONDS,
                shareBps,
                1 / StrictMath.pow(rank + 1, CHANNEL_EXPONENT),
                1_300 + random.nextInt(1_200));
    }

    /** One channel in eight is short of something; never one of the largest. */
    private static Standing standing(int rank) {
        return switch (rank % 16) {
            case 11 -> Standing.SHORT_OF_FOLLOWERS;
            case 14 -> Standing.SHORT_OF_WATCH_TIME;
            default -> Standing.ELIGIBLE;
        };
    }

    private static List<DemoVideo> videos(DemoSize size, List<DemoChannel> channels, Random random) {
        List<DemoVideo> videos = new ArrayList<>();
        for (DemoChannel channel : channels) {
            videos.add(video(size, videos, channel, Kind.ORIGINAL, 0, random));
        }
        List<Kind> deck = new ArrayList<>();
        for (DemoChannel channel : channels) {
            int more = 2 + random.nextInt(5);
            for (int number = 1; number <= more; number++) {
                if (deck.isEmpty()) {
                    deck.addAll(DECK);
                    Collections.shuffle(deck, random);
                }
                videos.add(video(size, videos, channel, deck.remove(deck.size() - 1), number, random));
            }
        }
        return videos;
    }

    private static DemoVideo video(
            DemoSize size, List<DemoVideo> earlier, DemoChannel channel, Kind kind, int number, Random random) {
        String id = "%s-v%04d".formatted(size.prefix(), earlier.size() + 1);
        double weight = channel.weight() / StrictMath.pow(number + 1, VIDEO_EXPONENT);
        if (kind != Kind.REPUBLISHED) {
            return new DemoVideo(id, channel, kind, null, weight);
        }
        return new DemoVideo(id, channel, kind, original(earlier, channel, random), weight * COPY_WEIGHT);
    }

    /** A video of another channel; every third time one that was republished itself, if there is one. */
    private static DemoVideo original(List<DemoVideo> earlier, DemoChannel channel, Random random) {
        List<DemoVideo> others = earlier.stream()
                .filter(video -> !video.channel().equals(channel))
                .toList();
        List<DemoVideo> copies = others.stream()
                .filter(video -> video.kind() == Kind.REPUBLISHED)
                .toList();
        List<DemoVideo> choice = copies.isEmpty() || random.nextInt(3) > 0 ? others : copies;
        return choice.get(random.nextInt(choice.size()));
    }

    private static List<Kind> deck() {
        List<Kind> deck = new ArrayList<>(Collections.nCopies(8, Kind.ORIGINAL));
        deck.addAll(Collections.nCopies(3, Kind.GAMING_WITH_WEBCAM));
        deck.addAll(Collections.nCopies(2, Kind.GAMING_WITHOUT_WEBCAM));
        deck.addAll(Collections.nCopies(2, Kind.EDIT_ONLY));
        deck.addAll(Collections.nCopies(5, Kind.REPUBLISHED));
        return List.copyOf(deck);
    }
}
