package dev.creatorledger.platform.mongo;

import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The two kinds of tokens that event stores give, as plain documents; nothing else is ever stored or read. */
final class StoredToken {

    private static final String INDEX = "index";
    private static final String GAPS = "gaps";

    private StoredToken() {}

    /**
     * A token as a document; null for the beginning.
     *
     * @throws IllegalArgumentException if it is of another kind, such as a replay's or a merged one
     */
    static @Nullable Document of(@Nullable TrackingToken token) {
        if (token == null) {
            return null;
        }
        if (token instanceof GlobalSequenceTrackingToken sequence) {
            return new Document(INDEX, sequence.getGlobalIndex());
        }
        if (token instanceof GapAwareTrackingToken gapAware) {
            return new Document(INDEX, gapAware.getIndex()).append(GAPS, List.copyOf(gapAware.getGaps()));
        }
        throw new IllegalArgumentException(
                "tokens of " + token.getClass().getSimpleName() + " are not stored; segments of views are not merged");
    }

    /** The token of a document. */
    static @Nullable TrackingToken read(@Nullable Document stored) {
        if (stored == null) {
            return null;
        }
        List<Long> gaps = stored.getList(GAPS, Long.class);
        long index = stored.getLong(INDEX);
        return gaps == null ? new GlobalSequenceTrackingToken(index) : GapAwareTrackingToken.newInstance(index, gaps);
    }

    /** Up to where a token says that everything is processed: before its first gap, if it has gaps. */
    static long completeUpTo(TrackingToken token) {
        return token instanceof GapAwareTrackingToken gapAware
                        && !gapAware.getGaps().isEmpty()
                ? gapAware.getGaps().first() - 1
                : token.position().orElse(0);
    }
}
