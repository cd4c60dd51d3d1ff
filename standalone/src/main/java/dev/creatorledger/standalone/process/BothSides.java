package dev.creatorledger.standalone.process;

import dev.creatorledger.command.CommandSide;
import dev.creatorledger.command.CommandSideProcess;
import dev.creatorledger.platform.PlatformConfiguration;
import dev.creatorledger.platform.person.PersonConfiguration;
import dev.creatorledger.platform.security.ExternalIssuerConfiguration;
import dev.creatorledger.platform.start.SecretsCheck;
import dev.creatorledger.platform.start.Side;
import dev.creatorledger.platform.start.SideProcess;
import dev.creatorledger.platform.start.StartCheck;
import dev.creatorledger.platform.store.EventStoreConfiguration;
import dev.creatorledger.platform.store.MigratedPostgresParts;
import dev.creatorledger.platform.store.StoresCheck;
import dev.creatorledger.query.QuerySideProcess;
import dev.creatorledger.query.config.QuerySideConfiguration;
import dev.creatorledger.query.config.ViewNames;
import dev.creatorledger.query.config.ViewSettings;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Both sides in one process on stores that the settings name: a node of either side like any other. */
@Configuration(proxyBeanMethods = false)
@Import({
    PlatformConfiguration.class,
    MigratedPostgresParts.class,
    EventStoreConfiguration.class,
    PersonConfiguration.class,
    ExternalIssuerConfiguration.class,
    CommandSide.class,
    CommandSideProcess.Name.class,
    QuerySideConfiguration.class,
    OwnCommands.class,
    ViewNames.class
})
public class BothSides {

    private static Side side(StartCheck stores) {
        return new Side(
                "ledger",
                BothSides.class,
                List.of(stores, ViewSettings.check(), new SecretsCheck()),
                true,
                QuerySideProcess.DEFAULTS);
    }

    /** Runs until the process is told to end; ends it, and says why, if something is missing. */
    public static void main(String... arguments) {
        SideProcess.main(side(StoresCheck.migrating()), arguments);
    }

    /** The same, with the events in an Axon Server, which the settings have to name. */
    public static void onAxonServer(String... arguments) {
        SideProcess.main(side(StoresCheck.onAxonServer()), arguments);
    }
}
