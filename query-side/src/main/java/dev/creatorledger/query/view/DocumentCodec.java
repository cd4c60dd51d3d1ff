package dev.creatorledger.query.view;

import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * The frame of every stored document: {@code {_id, at, d: {…}}}.
 *
 * <p>All content lies in the one field {@code d}, so that a server which replaces field by field while others read
 * (mongo-java-server does) still shows either the old content or the new one.
 */
final class DocumentCodec<D extends ViewDocument> implements Codec<D> {

    static final String ID = "_id";
    static final String AT = "at";
    static final String CONTENT = "d";

    private final DocumentForm<D> form;

    DocumentCodec(DocumentForm<D> form) {
        this.form = form;
    }

    @Override
    public Class<D> getEncoderClass() {
        return form.type();
    }

    @Override
    public void encode(BsonWriter writer, D document, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeString(ID, document.id());
        writeState(writer, document);
        writer.writeEndDocument();
    }

    /** Writes all but the identity. */
    void writeState(BsonWriter writer, D document) {
        writer.writeInt64(AT, document.at());
        writer.writeStartDocument(CONTENT);
        form.write(writer, document);
        writer.writeEndDocument();
    }

    @Override
    public D decode(BsonReader reader, DecoderContext context) {
        reader.readStartDocument();
        D document = readState(reader, reader.readString(ID));
        reader.readEndDocument();
        return document;
    }

    /** Reads what {@link #writeState} has written. */
    D readState(BsonReader reader, String id) {
        D document = form.blank(id);
        document.changedAt(reader.readInt64(AT));
        document.storedAsItIs();
        reader.readName(CONTENT);
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            form.read(reader, reader.readName(), document);
        }
        reader.readEndDocument();
        return document;
    }
}
