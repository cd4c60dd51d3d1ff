package dev.creatorledger.command.payout;

import dev.creatorledger.command.MigratedPostgres;

class JdbcDeadlineTableIT extends DeadlineTableContract {

    @Override
    DeadlineTable empty() {
        return new JdbcDeadlineTable(MigratedPostgres.without("due_deadline"));
    }
}
