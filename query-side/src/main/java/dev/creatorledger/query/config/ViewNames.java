package dev.creatorledger.query.config;

import dev.creatorledger.platform.start.NodeLock;
import dev.creatorledger.platform.start.OnAxonServer;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Keeps the names of the query side's nodes apart, where there are several; on MongoDB no name is taken over. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnAxonServer.Not.class)
public class ViewNames {

    /** Tells the names of its nodes from those of the command side. */
    private static final int NAMES = 0x6c71;

    @Bean
    NodeLock viewNodeLock(DataSource dataSource, ViewSettings settings) {
        return new NodeLock(dataSource, NAMES, settings.database() + "/" + settings.claimant());
    }
}
