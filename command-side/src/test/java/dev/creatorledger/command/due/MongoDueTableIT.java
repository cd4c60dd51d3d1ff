package dev.creatorledger.command.due;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.command.due.DueTable.BackfillCounts;
import dev.creatorledger.command.due.DueTable.OpenedWindow;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.mongo.TestMongo;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoDueTableIT extends DueTableContract {

    private final MongoDatabase database = TestMongo.database();

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    DueTable empty() {
        return new MongoDueTable(database);
    }

    @Test
    void countsOnceWhatIsReadTwice() {
        BackfillId backfill = new BackfillId("bf-2");
        WindowId id = new WindowId(new ChannelId("a"), Instant.parse("2026-06-15T10:00:00Z"));
        List<OpenedWindow> opened = List.of(new OpenedWindow(id, Instant.parse("2026-06-18T11:00:00Z"), backfill));
        MongoDueTable table = new MongoDueTable(database);
        table.backfillOpened(backfill);
        table.opened(opened);
        table.remove(List.of(id));
        table.backfillClosed(backfill);
        // The process was killed before it had written down how far it had come.
        table.backfillOpened(backfill);
        table.opened(opened);
        assertThat(table.counts(backfill)).contains(new BackfillCounts(1, 1));
        assertThat(table.closedWithWindows()).isEmpty();
    }
}
