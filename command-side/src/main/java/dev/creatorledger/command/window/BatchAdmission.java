package dev.creatorledger.command.window;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets so many batches in at once, fairly between callers, before a byte of them is read: a batch that is let in holds
 * a thread and memory until it is answered, so a large one takes several places.
 *
 * <p>Whoever is inside has an equal share of the places, and the share of one caller more is kept free: a caller who
 * sends as much as it can never keeps another one out. One batch of a caller is always let in if there is room.
 */
final class BatchAdmission {

    private final int places;
    private final Map<String, Integer> insideByCaller = new HashMap<>();
    private int inside;

    /** With so many places in all. */
    BatchAdmission(int places) {
        this.places = places;
    }

    /**
     * Lets a caller's batch in, until its places are given back.
     *
     * @param size how many places it takes
     * @throws Refusal {@code TOO_MANY_REQUESTS} if the caller has its share already, or too few places are left
     */
    synchronized Place enter(String caller, int size) {
        int own = insideByCaller.getOrDefault(caller, 0);
        int callers = insideByCaller.size() + (own == 0 ? 1 : 0);
        boolean withinShare = own == 0 || own + size <= places / (callers + 1);
        if (inside + size > places || !withinShare) {
            throw new Refusal(ErrorCode.TOO_MANY_REQUESTS, "Too many batches of yours are being booked already.");
        }
        insideByCaller.put(caller, own + size);
        inside += size;
        return new Place(caller, size);
    }

    /** How many places are taken. */
    synchronized int taken() {
        return inside;
    }

    private synchronized void leave(String caller, int size) {
        insideByCaller.computeIfPresent(caller, (key, own) -> own == size ? null : own - size);
        inside -= size;
    }

    /** What a batch holds while it is inside. */
    final class Place {
        private final String caller;
        private final int size;

        private Place(String caller, int size) {
            this.caller = caller;
            this.size = size;
        }

        /** Gives the places back; called once. */
        void leave() {
            BatchAdmission.this.leave(caller, size);
        }
    }
}
