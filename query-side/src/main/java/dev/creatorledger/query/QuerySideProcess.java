package dev.creatorledger.query;

import dev.creatorledger.platform.PlatformConfiguration;
import dev.creatorledger.platform.person.PersonConfiguration;
import dev.creatorledger.platform.security.ExternalIssuerConfiguration;
import dev.creatorledger.platform.start.SecretsCheck;
import dev.creatorledger.platform.start.Side;
import dev.creatorledger.platform.start.SideProcess;
import dev.creatorledger.platform.store.EventStoreConfiguration;
import dev.creatorledger.platform.store.PostgresParts;
import dev.creatorledger.platform.store.StoresCheck;
import dev.creatorledger.query.config.QuerySideConfiguration;
import dev.creatorledger.query.config.ViewNames;
import dev.creatorledger.query.config.ViewSettings;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The query side as a process of its own: any number of them on one store and one MongoDB of views. */
@Configuration(proxyBeanMethods = false)
@Import({
    PlatformConfiguration.class,
    PostgresParts.class,
    EventStoreConfiguration.class,
    PersonConfiguration.class,
    ExternalIssuerConfiguration.class,
    QuerySideConfiguration.class,
    ViewNames.class
})
public class QuerySideProcess {

    /** How views are kept that last: beside a replica set, shared by nodes, never made anew in memory. */
    public static final Map<String, Object> DEFAULTS = Map.of(
            "spring.application.name",
            "creator-ledger-query-side",
            "ledger.views.replicated",
            true,
            "ledger.views.rebuild-at-start",
            false,
            "ledger.views.segments",
            4,
            "ledger.store.poll-millis",
            100);

    /** What it is called, made of, and needs. */
    public static final Side SIDE = new Side(
            "query-side",
            QuerySideProcess.class,
            List.of(StoresCheck.reading(), ViewSettings.check(), new SecretsCheck()),
            false,
            DEFAULTS);

    /** Runs until the process is told to end. */
    public static void main(String... arguments) {
        SideProcess.main(SIDE, arguments);
    }
}
