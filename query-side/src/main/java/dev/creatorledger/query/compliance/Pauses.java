package dev.creatorledger.query.compliance;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.view.DocumentReader;
import dev.creatorledger.query.view.TimeOrder;
import dev.creatorledger.query.view.View;
import java.util.List;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Reads pauses, newest first. */
public final class Pauses {

    /** What fills the view. */
    public static final View VIEW = new View(View.COMPLIANCE, List.of(PauseDocument.PROJECTION));

    private static final TimeOrder<PauseDocument> NEWEST_FIRST =
            TimeOrder.newestFirst(PauseDocument.PAUSED_SINCE, pause -> pause.pausedSince);

    private final DocumentReader<PauseDocument> pauses;

    /** Reads from the views in a database, and has it keep the indexes that the list is read by. */
    public Pauses(MongoDatabase database) {
        pauses = new DocumentReader<>(database, PauseDocument.PROJECTION);
        NEWEST_FIRST.index(pauses, PauseDocument.OPEN);
        NEWEST_FIRST.index(pauses);
    }

    /** The pauses that go on, or that are over, or all. */
    Page<PauseDocument> thatAre(@Nullable Boolean open, PageRequest request) {
        BsonDocument filter = new BsonDocument();
        if (open != null) {
            filter.append(DocumentReader.contentField(PauseDocument.OPEN), BsonBoolean.valueOf(open));
        }
        return NEWEST_FIRST.page(pauses, filter, request);
    }
}
