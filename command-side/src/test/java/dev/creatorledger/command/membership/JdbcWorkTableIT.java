package dev.creatorledger.command.membership;

import dev.creatorledger.command.MigratedPostgres;

class JdbcWorkTableIT extends WorkTableContract {

    @Override
    WorkTable empty() {
        return new JdbcWorkTable(MigratedPostgres.without(
                "membership_work", "programme_turn", "programme_pause", "membership_day_work"));
    }
}
