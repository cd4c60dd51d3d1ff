package dev.creatorledger.query.view;

import org.jspecify.annotations.Nullable;

/** A document could not be written: another writer has changed it, or the server refused; the batch is done again. */
final class ViewConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ViewConflict(String collection, @Nullable Throwable cause) {
        super("a document of " + collection + " is not as it was read", cause);
    }
}
