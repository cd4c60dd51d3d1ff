package dev.creatorledger.benchmarks.membership;

import dev.creatorledger.benchmarks.system.BenchmarkException;
import dev.creatorledger.benchmarks.system.ServiceProcess;
import dev.creatorledger.standalone.load.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * Ends a programme with many members, kills the service and its database server at random moments of the fan-out,
 * starts again each time, and compares what it comes to with what was paid (B25, B27). Exit code 0 only if all of it
 * holds.
 */
public final class CrashTermination {

    private static final int AT_ONCE = 16;
    private static final int BYSTANDERS = 200;
    private static final String ENDED = "ended";
    private static final String HEAP = "1g";
    private static final Duration ENDED_WITHIN = Duration.ofMinutes(20);

    private final PrintStream out = System.out;
    private final Path ledger;
    private final Path data;
    private final int members;
    private final int kills;
    private final Random random;

    private CrashTermination(Path ledger, Path data, int members, int kills, long seed) {
        this.ledger = ledger;
        this.data = data;
        this.members = members;
        this.kills = kills;
        random = new Random(seed);
    }

    /** {@code LEDGER MEMBERS KILLS SEED}: the script, how many, how often, and what the moments are drawn from. */
    public static void main(String[] arguments) throws IOException {
        Path run = Files.createTempDirectory("crash-termination-");
        Path data = ServiceProcess.folder(run, "data");
        int members = Integer.parseInt(arguments[1]);
        int kills = Integer.parseInt(arguments[2]);
        long seed = Long.parseLong(arguments[3]);
        System.out.printf(Locale.ROOT, "%,d members, %d kills; seed %d%n", members, kills, seed);
        boolean holds = new CrashTermination(Path.of(arguments[0]), data, members, kills, seed).run();
        if (holds) {
            FileSystemUtils.deleteRecursively(run);
        } else {
            System.out.println("the data and the log are in " + run);
        }
        System.exit(holds ? 0 : 1);
    }

    private boolean run() {
        ServiceProcess service = ServiceProcess.start(ledger, HEAP, data);
        try {
            ServiceClient client = client(service);
            Termination ended = Termination.of(new Programme(client, ENDED), members, AT_ONCE);
            Termination bystanders = Termination.of(new Programme(client, "other"), BYSTANDERS, AT_ONCE);
            long gathered = gather(service, ended, bystanders);
            new Verdict(client, out, gathered).gathered(ended);
            ended.programme().end();
            service = killAgainAndAgain(service);
            awaitEnd(service);
            return verdict(service, ended, bystanders);
        } finally {
            service.stop();
        }
    }

    private long gather(ServiceProcess service, Termination ended, Termination bystanders) {
        long begun = System.nanoTime();
        String token = Tokens.admin(service.dataFolder());
        ended.programme().turnOn(service.address(), token);
        bystanders.programme().turnOn(service.address(), token);
        long position = Math.max(bystanders.gather(), ended.gather());
        out.printf(
                Locale.ROOT,
                "%,d members have joined and made %,d payments in %.0f s%n",
                members,
                ended.payments().size(),
                (System.nanoTime() - begun) / 1e9);
        return position;
    }

    /** Each kill falls into a part of its own of the fan-out, so that none comes after its end. */
    private ServiceProcess killAgainAndAgain(ServiceProcess first) {
        ServiceProcess service = first;
        for (int kill = 0; kill < kills; kill++) {
            double part = (kill + random.nextDouble()) / (kills + 1);
            long reached = awaitTold(service, (long) (part * members));
            service.kill();
            out.printf(Locale.ROOT, "killed once %,d of %,d were told%n", reached, members);
            service = ServiceProcess.start(ledger, HEAP, data);
        }
        return service;
    }

    private long awaitTold(ServiceProcess service, long wanted) {
        Programme programme = new Programme(client(service), ENDED);
        long giveUpAt = System.nanoTime() + ENDED_WITHIN.toNanos();
        while (System.nanoTime() < giveUpAt) {
            JsonNode turns = programme.turns();
            long told = turns.path(0).path("done").asLong(0);
            if (!turns.isEmpty() && told >= wanted) {
                return told;
            }
            if (turns.isEmpty() && isOver(service)) {
                throw new BenchmarkException("the fan-out was over before it could be cut off: take more members");
            }
        }
        throw new BenchmarkException("the fan-out does not go on");
    }

    private void awaitEnd(ServiceProcess service) {
        Programme programme = new Programme(client(service), ENDED);
        long giveUpAt = System.nanoTime() + ENDED_WITHIN.toNanos();
        while (!programme.turns().isEmpty() || !isOver(service)) {
            if (System.nanoTime() > giveUpAt) {
                throw new BenchmarkException("the fan-out does not end");
            }
        }
    }

    /** A turn that was just made stands in no table yet: its end is what its event says. */
    private static boolean isOver(ServiceProcess service) {
        return !client(service)
                .get("/v1/audit/events?type=MembershipRefundsBooked&limit=1")
                .path("items")
                .isEmpty();
    }

    private boolean verdict(ServiceProcess service, Termination ended, Termination bystanders) {
        ServiceClient client = client(service);
        // Whatever it has stored stands before this.
        long newest =
                ServiceClient.position(client.put("/v1/channels/" + ENDED + "/audience", Map.of("followers", 201)));
        Verdict verdict = new Verdict(client, out, newest);
        Termination shown = ended.at(client);
        verdict.terminated(shown);
        verdict.untouched(bystanders.at(client));
        verdict.books(shown, bystanders);
        return verdict.holds();
    }

    private static ServiceClient client(ServiceProcess service) {
        return new ServiceClient(service.address(), Tokens.admin(service.dataFolder()));
    }
}
