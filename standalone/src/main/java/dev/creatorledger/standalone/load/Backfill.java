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
        long position = closeOnce(reason);
        JsonNode before = look(position);
        if (isFinal(before)) {
            return closeOnce(reason);
        }
        long until = System.nanoTime() + atMost.toNanos();
        try (Progress progress = Progress.show(out, "sealing", windows(before, "opened"))) {
            for (long shown = 0; System.nanoTime() < until; Patience.rest(BETWEEN_LOOKS)) {
                JsonNode now = look(position);
                progress.stepBy(windows(now, "sealed") - shown);
                shown = windows(now, "sealed");
                if (isFinal(now)) {
                    return closeOnce(reason);
                }
            }
        }
        throw new LoadException("backfill " + id + " is closed, but not all of its windows are sealed yet");
    }

    private static boolean isFinal(JsonNode backfill) {
        return backfill.path("state").asString("").equals("CLOSED");
    }

    /** Repeated, it is quiet and names a position after all that was sealed. */
    private long closeOnce(String reason) {
        return position(client.post(path() + ":close", Map.of(), reason).orFail());
    }

    private static long windows(JsonNode backfill, String which) {
        return backfill.path("windows").path(which).asLong(0);
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
