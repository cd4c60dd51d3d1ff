package dev.creatorledger.command.window;

import static dev.creatorledger.command.CommandSideOnPostgres.CALLER;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.management.OperatingSystemMXBean;
import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.command.video.VideoDirectory;
import dev.creatorledger.events.video.VideoId;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.LoggerFactory;

/**
 * Measures what an impression costs from the bytes of a request to the bytes of its answer, without HTTP: wall time,
 * and processor time of this process, that of PostgreSQL left out. Run it by hand.
 */
final class BookingCost {

    private static final int BATCH = 500;
    private static final int CLIENTS = 4;
    private static final int CHANNELS = 50;
    private static final String NOW = "2026-06-15T10:30:00Z";

    private final CommandSideOnPostgres side;
    private final BatchReader reader;
    private final Random random = new Random(1);
    private int next;

    private BookingCost(CommandSideOnPostgres side) {
        this.side = side;
        this.reader = side.part(BatchReader.class);
    }

    /** Arguments: how many batches a round has, and how many rounds there are. */
    public static void main(String... arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        int batches = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 6;
        try (CommandSideOnPostgres side = CommandSideOnPostgres.at(NOW)) {
            for (int i = 0; i < CHANNELS; i++) {
                side.enrolled("ch-" + i, 5_500);
                side.original("v-" + i, "ch-" + i);
            }
            BookingCost cost = new BookingCost(side);
            for (int round = 0; round < rounds; round++) {
                cost.round(batches);
            }
        }
    }

    private void round(int batches) throws Exception {
        List<byte[]> bodies = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            bodies.add(body());
        }
        reading(bodies);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Map<String, Long> threadsBefore = threads();
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS, work -> new Thread(work, "client"));
        List<Future<?>> answers = new ArrayList<>();
        bodies.forEach(body -> answers.add(clients.submit(() -> book(body))));
        for (Future<?> answer : answers) {
            answer.get();
        }
        double impressions = (double) batches * BATCH;
        wall = System.nanoTime() - wall;
        cpu = system.getProcessCpuTime() - cpu;
        System.out.printf(
                "%,.0f impressions: %,.0f/s, %.2f us CPU each%n",
                impressions, impressions / (wall / 1e9), cpu / 1e3 / impressions);
        threads().forEach((name, time) -> {
            double each = (time - threadsBefore.getOrDefault(name, 0L)) / 1e3 / impressions;
            if (each > 0.1) {
                System.out.printf("    %-40s %.2f us%n", name, each);
            }
        });
        clients.shutdown();
    }

    private void reading(List<byte[]> bodies) {
        long start = System.nanoTime();
        long items = 0;
        for (byte[] body : bodies) {
            items += reader.document(body, body.length).size();
        }
        System.out.printf("    reading alone %.2f us each%n", (System.nanoTime() - start) / 1e3 / items);
    }

    private int book(byte[] body) {
        List<Item> items = reader.document(body, body.length);
        Set<VideoId> named = new HashSet<>();
        items.forEach(item -> named.add(item.videoId()));
        Batch batch = Batch.of(items, side.part(VideoDirectory.class).findAll(named), null, CALLER);
        return AnswerBytes.document(side.part(BookingLane.class).book(batch)).length();
    }

    private byte[] body() {
        StringBuilder json = new StringBuilder("{\"impressions\":[");
        for (int i = 0; i < BATCH; i++) {
            boolean repeat = next > 100 && random.nextInt(10) == 0;
            int id = repeat ? random.nextInt(next) : next++;
            int video = (int) (CHANNELS * Math.pow(new Random(id).nextDouble(), 3));
            json.append(i == 0 ? "" : ",")
                    .append("{\"impressionId\":\"imp-2026-06-15-%09d\",\"videoId\":\"v-%d\",\"adId\":\"ad-%d\","
                            .formatted(id, video, id % 50))
                    .append("\"adType\":\"PRE_ROLL\",\"shownAt\":\"2026-06-15T10:%02d:%02d.%03dZ\","
                            .formatted(id % 30, id % 60, id % 1_000))
                    .append("\"watchedMillis\":%d,\"netRevenue\":{\"amount\":\"%d.25\",\"currency\":\"IRR\"}}"
                            .formatted(id * 31 % 8_000, 200 + id % 1_301));
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Long> threads() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Long> times = new HashMap<>();
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo info = threads.getThreadInfo(id);
            if (info != null) {
                times.merge(info.getThreadName(), threads.getThreadCpuTime(id), Long::sum);
            }
        }
        return times;
    }
}
