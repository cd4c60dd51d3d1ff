package dev.creatorledger.query.view;

import dev.creatorledger.events.LedgerEvent;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Folds what a group has set aside of a sequence, from its first event on and in their order: documents first, then the
 * letters are taken away. Done again after a crash in between, it changes no document twice.
 */
final class Retry {

    private static final int CHUNK = 500;

    /** How often a document may have been changed by another node meanwhile. */
    private static final int ATTEMPTS = 5;

    private final ViewGroup group;
    private final GroupStore store;
    private final Poison poison;
    private final DeadLetters letters;
    private final EventDecoder decoder;

    Retry(ViewGroup group, GroupStore store, Poison poison, DeadLetters letters, EventDecoder decoder) {
        this.group = group;
        this.store = store;
        this.poison = poison;
        this.letters = letters;
        this.decoder = decoder;
    }

    /**
     * Tries all of a sequence, up to the first that fails.
     *
     * @throws ViewConflict if another node changes the same documents all the time
     */
    Retried sequence(String sequence) {
        Lock alone = poison.alone();
        alone.lock();
        try {
            long folded = 0;
            while (true) {
                List<DeadLetter> some = letters.first(group.name(), sequence, CHUNK);
                if (some.isEmpty()) {
                    return new Retried(folded, null);
                }
                Done done = foldUpToAFailure(some);
                folded += done.howMany();
                if (done.failure() != null) {
                    return new Retried(folded, failed(some.get(done.howMany()), done.failure()));
                }
            }
        } finally {
            // Another node may write these documents next.
            store.forget();
            alone.unlock();
        }
    }

    private record Done(int howMany, @Nullable Unfoldable failure) {}

    private Done foldUpToAFailure(List<DeadLetter> some) {
        int howMany = some.size();
        Unfoldable failure = null;
        while (howMany > 0) {
            try {
                fold(some.subList(0, howMany));
                letters.remove(some.subList(0, howMany));
                break;
            } catch (Unfoldable e) {
                failure = e;
                howMany = indexOf(e.position(), some);
            }
        }
        return new Done(howMany, failure);
    }

    private static int indexOf(long position, List<DeadLetter> some) {
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i).position() == position) {
                return i;
            }
        }
        throw new IllegalStateException("position " + position + " is none of those that were folded");
    }

    private void fold(List<DeadLetter> some) {
        for (int attempt = 1; ; attempt++) {
            try {
                FoldedBatch batch = new FoldedBatch(store);
                some.forEach(letter -> batch.take(read(letter), letter.position()));
                batch.finish();
                return;
            } catch (ViewConflict e) {
                store.forget();
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private LedgerEvent read(DeadLetter letter) {
        try {
            return decoder.decode(poison.stored(letter.position()));
        } catch (IllegalStateException | SerializationException e) {
            throw new Unfoldable(letter.position(), e);
        }
    }

    private String failed(DeadLetter letter, Unfoldable failure) {
        String reason = DeadLetter.reasonOf(failure);
        letters.failed(letter, reason);
        return reason;
    }
}
