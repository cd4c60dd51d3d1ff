package dev.creatorledger.query.balance;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.query.view.AsOf.Moment;
import dev.creatorledger.query.view.DocumentReader;
import dev.creatorledger.query.view.Past;
import dev.creatorledger.query.view.View;
import java.util.List;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** Reads what channels have. */
public final class Balances {

    /** What fills the view. */
    public static final View VIEW = new View(View.BALANCES, List.of(BalanceDocument.PROJECTION));

    private static final String NEGATIVE = DocumentReader.contentField(BalanceDocument.Form.NEGATIVE);
    private static final BsonInt64 UP = new BsonInt64(1);

    private final DocumentReader<BalanceDocument> balances;
    private final Past past;

    /** Reads from the views in a database, and has it keep the index that channels that owe are found by. */
    public Balances(MongoDatabase database, Past past) {
        this.past = past;
        balances = new DocumentReader<>(database, BalanceDocument.PROJECTION);
        balances.index(new BsonDocument(NEGATIVE, UP).append(DocumentReader.ID, UP));
    }

    /** A channel's balance at a moment, absent for now; empty if nothing was ever credited to it. */
    BalanceDocument find(ChannelId channelId, @Nullable Moment moment) {
        String id = channelId.value();
        BalanceDocument balance =
                moment == null ? balances.find(id) : past.find(BalanceDocument.PROJECTION, id, moment.position());
        return balance == null ? new BalanceDocument(id) : balance;
    }

    /**
     * The balances of channels that owe in some currency, by channel, at most {@code limit} (U6).
     *
     * @param from the first channel
     */
    List<BalanceDocument> negative(String from, int limit) {
        BsonDocument filter = new BsonDocument(NEGATIVE, BsonBoolean.TRUE)
                .append(DocumentReader.ID, new BsonDocument("$gte", new BsonString(from)));
        return balances.list(filter, new BsonDocument(DocumentReader.ID, UP), limit);
    }
}
