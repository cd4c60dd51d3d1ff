package dev.creatorledger.query.replay;

import dev.creatorledger.query.view.Shadow;
import dev.creatorledger.query.view.ShadowDocuments;
import java.util.List;
import java.util.function.LongConsumer;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** One collection of a view that is made anew; folding one on folds the others on, too. */
record RebuiltCollection(Shadow shadow, ShadowDocuments<?> documents) implements Comparison.Made {

    @Override
    public long position() {
        return shadow.position();
    }

    @Override
    public void upTo(long position, LongConsumer each) {
        shadow.upTo(position, each);
    }

    @Override
    public long at(String id) {
        return documents.at(id);
    }

    @Override
    public @Nullable RawBsonDocument stored(String id) {
        return documents.stored(id);
    }

    @Override
    public List<String> ids() {
        return documents.ids();
    }
}
