package dev.creatorledger.query.balance;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.query.view.DocumentReader;
import dev.creatorledger.query.view.View;
import java.util.List;

/** Reads what channels have. */
public final class Balances {

    /** What fills the view. */
    public static final View VIEW = new View(View.BALANCES, List.of(BalanceDocument.PROJECTION));

    private final DocumentReader<BalanceDocument> balances;

    /** Reads from the views in a database. */
    public Balances(MongoDatabase database) {
        balances = new DocumentReader<>(database, BalanceDocument.PROJECTION);
    }

    /** A channel's balance; empty if nothing was ever credited to it. */
    BalanceDocument find(ChannelId channelId) {
        BalanceDocument balance = balances.find(channelId.value());
        return balance == null ? new BalanceDocument(channelId.value()) : balance;
    }
}
