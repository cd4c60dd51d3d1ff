package dev.creatorledger.query.replay;

import dev.creatorledger.query.view.Shadow;
import dev.creatorledger.query.view.ShadowDocuments;
import java.util.List;
import java.util.function.LongConsumer;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** The versions of the documents of a collection that is made anew: each is of the position that ended it. */
record RebuiltVersions(Shadow shadow, ShadowDocuments<?> documents) implements Comparison.Made {

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
        return documents.endOf(id);
    }

    @Override
    public @Nullable RawBsonDocument stored(String id) {
        return documents.versions().get(id);
    }

    @Override
    public List<String> ids() {
        return List.copyOf(documents.versions().keySet());
    }
}
