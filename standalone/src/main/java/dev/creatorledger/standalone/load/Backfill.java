package dev.creatorledger.standalone.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A backfill as its operator drives it: opened, closed, sealed (A11).
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

    /** Closes it, which seals its windows; closing again is quiet. */
    public void close(String reason) {
        client.post(path() + ":close", Map.of(), reason).orFail();
    }

    /**
     * Waits until every window of it is sealed.
     *
     * @throws LoadException if that takes longer than the time given
     */
    public void awaitSealed(Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        while (!client.get(path()).orFail().json().path("sealed").asBoolean(false)) {
            if (System.nanoTime() > until) {
                throw new LoadException("backfill " + id + " is closed, but not all of its windows are sealed yet");
            }
            Patience.rest(BETWEEN_LOOKS);
        }
    }

    /** The position that a command's answer names. */
    public static long position(Answer answer) {
        return Long.parseLong(answer.json().path("position").asString("0"));
    }

    private static boolean isClosed(Answer answer) {
        return answer.done() && answer.json().path("status").asString("").equals("CLOSED");
    }

    private String path() {
        return "/v1/backfills/" + id;
    }
}
