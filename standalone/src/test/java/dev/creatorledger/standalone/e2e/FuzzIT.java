package dev.creatorledger.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.platform.refusal.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Thousands of bad requests to every operation: none breaks the service, none that is refused leaves a trace but its
 * refusal, and each is answered in the form that the document promises.
 *
 * <p>{@code -Dfuzz.seed=…} repeats a run, {@code -Dfuzz.requests=…} makes it longer.
 */
class FuzzIT {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 6_000);
    private static final long SEED = Long.getLong("fuzz.seed", new Random().nextLong());
    private static final int THREADS = 4;
    private static final int MAX_SHOWN = 25;
    private static final Set<String> CODES =
            Arrays.stream(ErrorCode.values()).map(Enum::name).collect(Collectors.toSet());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> statusByCorrelation = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();

    @Test
    @Timeout(240)
    void neitherBreaksTheServiceNorWritesWhatWasRefused() throws Exception {
        System.out.println("fuzz.seed=" + SEED);
        try (RunningLedger ledger = RunningLedger.start(data, offset())) {
            ServedContract contract = ServedContract.of(ledger);
            new Stage(ledger, OpenApiIT.EXAMPLES_BEGIN).enrolled("ch-sara", 5_500);
            long before = head(ledger);
            fuzz(ledger, contract);
            assertThat(wrong.stream().limit(MAX_SHOWN)).as("seed %d", SEED).isEmpty();
            assertThat(answers.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(REQUESTS);
            assertThatWhatWasRefusedIsNotStored(ledger, before);
            assertThat(ledger.output().stream()
                            .filter(line -> line.contains(" ERROR ") || line.startsWith("\tat "))
                            .limit(MAX_SHOWN))
                    .as("nothing is logged as a failure; seed %d", SEED)
                    .isEmpty();
        }
        System.out.println("answers by status: " + new TreeMap<>(answers));
    }

    private static String offset() {
        return Duration.between(Instant.now(), OpenApiIT.EXAMPLES_BEGIN).toString();
    }

    private void fuzz(RunningLedger ledger, ServedContract contract) throws Exception {
        List<ServedContract.Operation> operations =
                List.copyOf(contract.operations().values());
        RawHttp http = new RawHttp(ledger.address());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Void>> shares = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int share = t;
                shares.add(() -> {
                    BadRequests requests = new BadRequests(contract, ledger.token("admin"), new Random(SEED + share));
                    for (int i = share; i < REQUESTS; i += THREADS) {
                        BadRequests.Bad bad = requests.next(operations.get(i % operations.size()), "fuzz-" + i);
                        judge(contract, bad, http.send(bad.octets()));
                    }
                    return null;
                });
            }
            for (Future<Void> share : threads.invokeAll(shares)) {
                share.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void judge(ServedContract contract, BadRequests.Bad bad, RawHttp.Answer answer) {
        answers.merge(answer.status(), 1, Integer::sum);
        String name = bad.operation().route() + " [" + bad.what() + "] " + answer.status() + " " + answer.text();
        statusByCorrelation.put(answer.header("X-Correlation-Id"), answer.status());
        if (answer.status() >= 500 && !(answer.status() == 503 && answer.text().contains("VIEW_BEHIND"))) {
            wrong.add("broke: " + name);
        } else if (answer.status() >= 400) {
            judgeProblem(contract, bad, answer, name);
        } else if (answer.status() == 0 && !bad.what().startsWith("framing")) {
            wrong.add("no answer: " + name);
        }
    }

    private void judgeProblem(ServedContract contract, BadRequests.Bad bad, RawHttp.Answer answer, String name) {
        if (!answer.header("Content-Type").startsWith("application/problem+json")) {
            wrong.add("no problem: " + name);
            return;
        }
        JsonNode problem = Api.JSON.readTree(answer.text());
        JsonNode schema = contract.document().at("/components/schemas/Problem");
        List<String> broken = contract.violations(schema, problem);
        String code = problem.path("code").asString("");
        if (!broken.isEmpty() || !CODES.contains(code) || problem.path("status").asInt() != answer.status()) {
            wrong.add("malformed: " + name + broken);
        }
        if (!problem.path("correlationId").asString("").equals(answer.header("X-Correlation-Id"))) {
            wrong.add("another correlation id: " + name);
        }
        JsonNode documented = contract.responseSchema(bad.operation(), answer.status(), "application/problem+json");
        if (bad.documented() && !contract.violations(documented, problem).isEmpty()) {
            wrong.add("not documented: " + name);
        }
    }

    private void assertThatWhatWasRefusedIsNotStored(RunningLedger ledger, long before) {
        List<String> stored = new ArrayList<>();
        String cursor = "";
        do {
            Api.Answer page = ledger.as("auditor")
                    .get("/v1/audit/events?limit=500" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.body().path("items").valueStream().forEach(event -> {
                String type = event.path("type").asString();
                String correlation =
                        event.path("metadata").path("correlationId").asString("");
                int status = statusByCorrelation.getOrDefault(correlation, 200);
                if (event.path("sequence").asLong() > before && status >= 400 && !type.equals("CommandRefused")) {
                    stored.add(type + " of " + correlation + ", which was answered " + status);
                }
            });
            cursor = page.at("/next");
        } while (!cursor.isEmpty());
        assertThat(stored).as("seed %d", SEED).isEmpty();
    }

    private static long head(RunningLedger ledger) {
        Api.Answer last = ledger.as("operator").put("/v1/channels/ch-last", Stage.channelBody("The last before it"));
        return Long.parseLong(last.stored());
    }
}
