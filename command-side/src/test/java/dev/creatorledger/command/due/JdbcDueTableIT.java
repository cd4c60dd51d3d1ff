package dev.creatorledger.command.due;

import dev.creatorledger.command.MigratedPostgres;

class JdbcDueTableIT extends DueTableContract {

    @Override
    DueTable empty() {
        return new JdbcDueTable(MigratedPostgres.without("due_window", "due_backfill"));
    }
}
