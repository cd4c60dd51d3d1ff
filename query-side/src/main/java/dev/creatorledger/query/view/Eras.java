package dev.creatorledger.query.view;

import java.util.ArrayList;
import java.util.List;

/**
 * Positions divided into eras of one size. Of a document whose past can be asked, the last state of each era in which
 * it changed is kept, so that no more than the events of one era lie between what is kept and any position (U2).
 *
 * @param size how many positions an era has
 */
public record Eras(long size) {

    /** Checks that there is something in an era. */
    public Eras {
        if (size < 1) {
            throw new IllegalArgumentException("an era of " + size + " positions");
        }
    }

    private long of(long position) {
        return position / size;
    }

    /** Whether an era has ended between the last change of a document and an event; not if nothing has changed it. */
    boolean endedBetween(long at, long position) {
        return at >= 0 && of(at) < of(position);
    }

    /** The last position before the era of a position. */
    long before(long position) {
        return position - position % size - 1;
    }

    /**
     * The era by which a state is filed that lasted over the end of one or more: of those that began while it lasted,
     * the one whose number can be halved most often. There is only one.
     *
     * @param at the position that the state begins at
     * @param until the position that it ends at, in a later era
     */
    long fork(long at, long until) {
        return of(until) & -Long.highestOneBit(of(at) ^ of(until));
    }

    /** The eras before that of a position by which a state is filed that lasted until that era had begun. */
    List<Long> earlierForks(long position) {
        List<Long> forks = new ArrayList<>();
        for (long fork = withoutLowestBit(of(position)); fork > 0; fork = withoutLowestBit(fork)) {
            forks.add(fork);
        }
        return forks;
    }

    private static long withoutLowestBit(long number) {
        return number & (number - 1);
    }

    /** That era itself, and those after it by which a state is filed that began before it. */
    List<Long> laterForks(long position, long newest) {
        List<Long> forks = new ArrayList<>();
        forks.add(of(position));
        for (int bit = 0; bit < Long.SIZE - 1; bit++) {
            long fork = ((of(position) >> bit) + 1) << bit;
            if (fork > of(newest) || fork < 0) {
                break;
            }
            if (fork != forks.get(forks.size() - 1)) {
                forks.add(fork);
            }
        }
        return forks;
    }
}
