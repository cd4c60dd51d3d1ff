package dev.creatorledger.benchmarks.crash;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Cuts a load by {@code kill -9} of the whole process tree at a random moment, starts again, loads again, and
 * compares every channel's balance with that of an uninterrupted load. Exit code 0 only if all rounds agree.
 *
 * <p>It needs nothing but the JDK and {@code ./ledger}, and runs from its source: {@code benchmarks/crash-load.sh}.
 */
public final class CrashLoad {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration LOADED_WITHIN = Duration.ofMinutes(10);
    private static final Pattern ROW = Pattern.compile("[^,]*,[^,]*,(?:\"((?:[^\"]|\"\")*)\"|([^,]*)),.*");
    private static final Pattern AMOUNT =
            Pattern.compile("\"(available|estimated|held)\"\\s*:\\s*\\{\\s*\"amount\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern ADMIN = Pattern.compile("\"admin\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern OUTCOME = Pattern.compile("(?m)^(qualified|not_qualified|duplicate) +([0-9,]+)$");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Path ledger;
    private final Path file;
    private final Path folder;
    private final Set<String> channels;

    private CrashLoad(Path ledger, Path file, Path folder) throws IOException {
        this.ledger = ledger;
        this.file = file;
        this.folder = folder;
        this.channels = channelsOf(file);
    }

    /** {@code LEDGER FILE ROUNDS SEED}: the script, the CSV, how often, and what the moments are drawn from. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path ledger = Path.of(arguments[0]).toAbsolutePath();
        Path file = Path.of(arguments[1]).toAbsolutePath();
        int rounds = Integer.parseInt(arguments[2]);
        long seed = Long.parseLong(arguments[3]);
        if (!Files.isReadable(file)) {
            System.out.println("skipped: there is no " + file);
            return;
        }
        Path folder = Files.createTempDirectory("crash-load-");
        boolean equal = new CrashLoad(ledger, file, folder).run(rounds, seed);
        if (equal) {
            delete(folder);
        } else {
            System.out.println("the logs are in " + folder);
        }
        System.exit(equal ? 0 : 1);
    }

    private boolean run(int rounds, long seed) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Map<String, String> expected = uninterrupted();
        long whole = (System.nanoTime() - begun) / 1_000_000;
        System.out.printf(
                "uninterrupted: %d channels, loaded in %d s; seed %d%n", expected.size(), whole / 1_000, seed);
        Random random = new Random(seed);
        boolean allEqual = true;
        for (int round = 1; round <= rounds; round++) {
            allEqual &= round(round, rounds, random.nextInt((int) whole), expected);
        }
        return allEqual;
    }

    private Map<String, String> uninterrupted() throws IOException, InterruptedException {
        Path data = folder.resolve("uninterrupted");
        int port = freePort();
        Process service = up(data, port);
        String said = awaitLoaded(load(data, port, "uninterrupted"), "uninterrupted");
        Map<String, String> balances = balances(data, port);
        kill(List.of(service), data);
        delete(data);
        if (said.isEmpty()) {
            throw new IllegalStateException("the load printed no outcomes");
        }
        return balances;
    }

    private boolean round(int round, int rounds, int moment, Map<String, String> expected)
            throws IOException, InterruptedException {
        Path data = folder.resolve("round-" + round);
        int port = freePort();
        Process service = up(data, port);
        Process load = load(data, port, "round-" + round + "-cut");
        boolean ended = load.waitFor(moment, TimeUnit.MILLISECONDS);
        kill(List.of(service, load), data);
        Process again = up(data, port);
        String said = awaitLoaded(load(data, port, "round-" + round), "round-" + round);
        Map<String, String> balances = balances(data, port);
        kill(List.of(again), data);
        delete(data);
        long different = expected.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(balances.get(entry.getKey())))
                .count();
        System.out.printf(
                "round %d of %d: killed %.1f s after the load began%s; loaded again: %s; %d of %d balances %s%n",
                round,
                rounds,
                moment / 1_000.0,
                ended ? " (which had ended)" : "",
                said,
                different == 0 ? expected.size() : different,
                expected.size(),
                different == 0 ? "equal" : "DIFFERENT");
        return different == 0;
    }

    private Process up(Path data, int port) throws IOException, InterruptedException {
        Process process = start(
                data.getFileName() + "-service", "up", "--port", Integer.toString(port), "--data", data.toString());
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long until = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            try {
                if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                    return process;
                }
            } catch (IOException notYet) {
                // it does not listen yet: looked again below
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        kill(List.of(process), data);
        throw new IllegalStateException("the service did not become ready; see " + folder);
    }

    private Process load(Path data, int port, String name) throws IOException {
        return start(
                name + "-load",
                "load",
                file.toString(),
                "--url",
                "http://127.0.0.1:" + port,
                "--data",
                data.toString());
    }

    private Process start(String log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(ledger.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(log + ".log").toFile()))
                .start();
    }

    /** Waits for a load's end and gives the outcomes that it printed. */
    private String awaitLoaded(Process load, String name) throws IOException, InterruptedException {
        boolean ended = load.waitFor(LOADED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended || load.exitValue() != 0) {
            throw new IllegalStateException("the load " + name + " failed; see " + folder);
        }
        Matcher outcome = OUTCOME.matcher(Files.readString(folder.resolve(name + "-load.log")));
        List<String> outcomes = new ArrayList<>();
        while (outcome.find()) {
            outcomes.add(outcome.group(2) + " " + outcome.group(1));
        }
        return String.join(", ", outcomes);
    }

    /** Kills the processes, all that they have started, and the database, which is nobody's child: all at once. */
    private static void kill(List<Process> processes, Path data) throws IOException, InterruptedException {
        List<ProcessHandle> tree = new ArrayList<>();
        for (Process process : processes) {
            tree.add(process.toHandle());
            process.descendants().forEach(tree::add);
        }
        for (Path pidFile : postmasters(data)) {
            String pid = Files.readAllLines(pidFile).get(0).strip();
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(database -> {
                tree.add(database);
                database.descendants().forEach(tree::add);
            });
        }
        tree.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle killed : tree) {
            while (killed.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
    }

    private static List<Path> postmasters(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.find(
                data, 4, (path, attributes) -> path.endsWith("postmaster.pid") && attributes.isRegularFile())) {
            return tree.toList();
        }
    }

    private Map<String, String> balances(Path data, int port) throws IOException, InterruptedException {
        Matcher admin = ADMIN.matcher(Files.readString(data.resolve("tokens.json")));
        if (!admin.find()) {
            throw new IllegalStateException("tokens.json holds no token of the role admin");
        }
        Map<String, String> balances = new TreeMap<>();
        for (String channel : channels) {
            URI path = URI.create("http://127.0.0.1:" + port + "/v1/channels/" + channel + "/balance");
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(path)
                            .header("Authorization", "Bearer " + admin.group(1))
                            .build(),
                    BodyHandlers.ofString());
            StringBuilder amounts = new StringBuilder(Integer.toString(answer.statusCode()));
            Matcher amount = AMOUNT.matcher(answer.body());
            while (amount.find()) {
                amounts.append(' ').append(amount.group(1)).append('=').append(amount.group(2));
            }
            balances.put(channel, amounts.toString());
        }
        return balances;
    }

    private static Set<String> channelsOf(Path file) throws IOException {
        Set<String> channels = new TreeSet<>();
        List<String> lines = Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String quoted = row.group(1);
                channels.add(channelId(quoted == null ? row.group(2) : quoted.replace("\"\"", "\"")));
            }
        }
        return channels;
    }

    private static String channelId(String title) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(title.getBytes(StandardCharsets.UTF_8));
            return "ch-" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
