package dev.creatorledger.platform.store;

import dev.creatorledger.platform.mongo.MongoCheck;
import dev.creatorledger.platform.mongo.MongoSettings;
import dev.creatorledger.platform.start.AxonServerCheck;
import dev.creatorledger.platform.start.AxonServerSettings;
import dev.creatorledger.platform.start.OnAxonServer;
import dev.creatorledger.platform.start.PostgresCheck;
import dev.creatorledger.platform.start.Settings;
import dev.creatorledger.platform.start.StartCheck;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/** Whether the stores of the events, and of what stands beside them, are there: PostgreSQL, or Axon Server and MongoDB. */
public final class StoresCheck implements StartCheck {

    private final StartCheck postgres;
    private final StartCheck axonServer;
    private final StartCheck tables =
            new MongoCheck("ledger.mongo", "what stands beside the events", environment -> Settings.of(
                            environment, MongoSettings.class)
                    .place());
    private final boolean demanded;

    private StoresCheck(StartCheck postgres, boolean demanded) {
        this.postgres = postgres;
        this.axonServer = demanded ? AxonServerCheck.demanded() : AxonServerCheck.ifNamed();
        this.demanded = demanded;
    }

    /** For a process that brings PostgreSQL's tables up to date itself, where the events are there. */
    public static StoresCheck migrating() {
        return new StoresCheck(PostgresCheck.migrating(), false);
    }

    /** For a process that needs tables which others keep up to date. */
    public static StoresCheck reading() {
        return new StoresCheck(PostgresCheck.reading(), false);
    }

    /** For a process whose events have to be in an Axon Server. */
    public static StoresCheck onAxonServer() {
        return new StoresCheck(PostgresCheck.migrating(), true);
    }

    @Override
    public List<String> missing(Environment environment) {
        if (!isOnAxonServer(environment)) {
            return postgres.missing(environment);
        }
        List<String> missing = new ArrayList<>(axonServer.missing(environment));
        missing.addAll(tables.missing(environment));
        return missing;
    }

    @Override
    public List<String> wrong(Environment environment) {
        if (!isOnAxonServer(environment)) {
            return postgres.wrong(environment);
        }
        List<String> wrong =
                new ArrayList<>(new AxonServerProbe(Settings.of(environment, AxonServerSettings.class)).refusals());
        wrong.addAll(tables.wrong(environment));
        return wrong;
    }

    private boolean isOnAxonServer(Environment environment) {
        return demanded || OnAxonServer.in(environment);
    }
}
