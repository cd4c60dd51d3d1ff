package dev.creatorledger.query.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** The eras that the views of a database are made with: with others, what is kept would not tell the past. */
final class AgreedEras {

    static final String COLLECTION = "view_eras";

    private static final String SIZE = "size";
    private static final BsonDocument ONLY = new BsonDocument(DocumentCodec.ID, new BsonString("eras"));

    private AgreedEras() {}

    /**
     * Notes the eras where no views were made yet.
     *
     * @param viewsHaveBegun whether any views were
     * @throws IllegalStateException if they were made with others, or before versions were kept
     */
    static void check(MongoDatabase database, Eras eras, BooleanSupplier viewsHaveBegun) {
        MongoCollection<BsonDocument> agreed = database.getCollection(COLLECTION, BsonDocument.class);
        if (agreed.find(ONLY).first() == null && viewsHaveBegun.getAsBoolean()) {
            throw new IllegalStateException("the views in database " + database.getName()
                    + " know no past; drop it, and they are made anew with one");
        }
        BsonDocument size = new BsonDocument(SIZE, new BsonInt64(eras.size()));
        // Of several nodes that begin at once, the first one's stay.
        BsonDocument found = Objects.requireNonNull(agreed.findOneAndUpdate(
                ONLY,
                new BsonDocument("$setOnInsert", size),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        long before = found.getInt64(SIZE).getValue();
        if (before != eras.size()) {
            throw new IllegalStateException("the views in database " + database.getName() + " have eras of " + before
                    + " positions, not of " + eras.size()
                    + "; set ledger.views.era back, or drop the database, and they are made anew");
        }
    }
}
