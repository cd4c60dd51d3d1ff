package dev.creatorledger.standalone.load;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A backfill as its operator drives it: opened, and closed (A11).
 *
 * @param client to whom
 * @param id the backfill's id
 */
public record Backfill(LedgerClient client, String id) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /**
     * Opens it for a period; an open one with the same period stays open.
     *
     * @return whether it is open now; a closed one stays closed
     * @throws LoadException if it cannot be opened
     */
    public boolean open(Instant from, Instant to, String reason) {
        Answer opened = client.post(path(), Map.of("from", from.toString(), "to", to.toString()), reason);
        if (opened.done()) {
            return !isClosed(client.get(path() + "?atLeast=" + position(opened)));
        }
        if (opened.status() == 409 && isClosed(client.get(path()))) {
            return false;
        }
        opened.orFail();
        return false;
    }

    /**
     * Closes it, which seals its windows, and waits until the income of each is final; closing again is quiet.
     *
     * @param out where it is shown how many windows are sealed
     * @return a position at which all of it is stored
     * @throws LoadException if that takes longer than the time given
     */
    public long close(String reason, Duration atMost, PrintStream out) {
        long until = System.nanoTime() + atMost.toNanos();
        long position = closeOnce(reason);
        try (Progress progress = Progress.show(out, "sealing", windows(position, "opened"))) {
            long shown = 0;
            while (true) {
                JsonNode now = look(position);
                long sealed = now.path("windows").path("sealed").asLong(0);
                progress.stepBy(sealed - shown);
                shown = sealed;
                if (now.path("state").asString("").equals("CLOSED")) {
                    return closeOnce(reason); // quiet, and names a position after all that was sealed
                }
                if (System.nanoTime() > until) {
                    throw new LoadException("backfill " + id + " is closed, but not all of its windows are sealed yet");
                }
                Patience.rest(BETWEEN_LOOKS);
            }
        }
    }

    private long closeOnce(String reason) {
        return position(client.post(path() + ":close", Map.of(), reason).orFail());
    }

    private long windows(long position, String which) {
        return look(position).path("windows").path(which).asLong(0);
    }

    private JsonNode look(long position) {
        return client.get(path() + "?atLeast=" + position).orFail().json();
    }

    /** The position that a command's answer names. */
    public static long position(Answer answer) {
        return Long.parseLong(answer.json().path("position").asString("0"));
    }

    private static boolean isClosed(Answer answer) {
        return answer.done() && !answer.json().path("state").asString("").equals("OPEN");
    }

    private String path() {
        return "/v1/backfills/" + id;
    }
}
