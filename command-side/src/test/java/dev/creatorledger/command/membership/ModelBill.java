package dev.creatorledger.command.membership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A charge as the model has it, with what has become of it (B11, B12, B14). */
final class ModelBill {

    enum Fate {
        ASKED,
        WAITING,
        PAID,
        WITHDRAWN,
        COUNTS_STILL,
        NOT_OWED
    }

    /** What was asked of the payment service. */
    record Asked(
            boolean upgrade,
            int number,
            String tier,
            long cents,
            Instant start,
            Instant end,
            Instant due,
            int attempt) {}

    final Asked first;
    final int period;
    Fate fate = Fate.ASKED;
    int attempt = 1;
    int declined;

    @Nullable
    Instant retryAt;

    ModelBill(Asked first, int period) {
        this.first = first;
        this.period = period;
    }

    boolean isOpen() {
        return fate == Fate.ASKED || fate == Fate.WAITING;
    }

    /** Whether the money was taken, owed or not. */
    boolean isTaken() {
        return fate == Fate.PAID || fate == Fate.NOT_OWED;
    }

    /** Asks for it again. */
    Asked again(Instant at) {
        fate = Fate.ASKED;
        retryAt = null;
        attempt++;
        return new Asked(
                first.upgrade(), first.number(), first.tier(), first.cents(), first.start(), first.end(), at, attempt);
    }
}
