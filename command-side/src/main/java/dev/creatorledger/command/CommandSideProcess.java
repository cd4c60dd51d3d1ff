package dev.creatorledger.command;

import dev.creatorledger.command.config.CommandSettings;
import dev.creatorledger.platform.PlatformConfiguration;
import dev.creatorledger.platform.person.PersonConfiguration;
import dev.creatorledger.platform.security.ExternalIssuerConfiguration;
import dev.creatorledger.platform.start.NodeLock;
import dev.creatorledger.platform.start.OnAxonServer;
import dev.creatorledger.platform.start.SecretsCheck;
import dev.creatorledger.platform.start.Side;
import dev.creatorledger.platform.start.SideProcess;
import dev.creatorledger.platform.store.EventStoreConfiguration;
import dev.creatorledger.platform.store.MigratedPostgresParts;
import dev.creatorledger.platform.store.StoresCheck;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The command side as a process of its own: any number of them on one store (modes {@code postgres}, {@code axonserver}). */
@Configuration(proxyBeanMethods = false)
@Import({
    PlatformConfiguration.class,
    MigratedPostgresParts.class,
    EventStoreConfiguration.class,
    PersonConfiguration.class,
    ExternalIssuerConfiguration.class,
    CommandSide.class,
    CommandSideProcess.Name.class
})
public class CommandSideProcess {

    /** Tells the names of its nodes from those of the query side. */
    private static final int NAMES = 0x6c63;

    /** What it is called, made of, and needs. */
    public static final Side SIDE = new Side(
            "command-side",
            CommandSideProcess.class,
            List.of(StoresCheck.migrating(), new SecretsCheck()),
            true,
            Map.of("spring.application.name", "creator-ledger-command-side"));

    /** Runs until the process is told to end. */
    public static void main(String... arguments) {
        SideProcess.main(SIDE, arguments);
    }

    /** Keeps the names of its nodes apart; on MongoDB no name is taken over. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(OnAxonServer.Not.class)
    public static class Name {

        @Bean
        NodeLock commandNodeLock(DataSource dataSource, CommandSettings settings) {
            return new NodeLock(dataSource, NAMES, settings.claimant());
        }
    }
}
