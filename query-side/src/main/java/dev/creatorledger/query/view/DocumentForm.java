package dev.creatorledger.query.view;

import org.bson.BsonReader;
import org.bson.BsonWriter;

/**
 * How one kind of document is stored; written by hand, because it stands on the hot path and in stored data.
 *
 * @param <D> the kind of document
 */
public interface DocumentForm<D extends ViewDocument> {

    /** The class of the documents. */
    Class<D> type();

    /** A document that has seen nothing yet. */
    D blank(String id);

    /** Writes the fields of a document, in a fixed order: equal documents are equal bytes. */
    void write(BsonWriter writer, D document);

    /**
     * Takes over one field from a stored document; the reader stands before its value. Unknown fields are an error.
     */
    void read(BsonReader reader, String field, D document);
}
