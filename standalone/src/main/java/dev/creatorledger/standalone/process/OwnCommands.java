package dev.creatorledger.standalone.process;

import dev.creatorledger.query.panel.page.CommandAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The panel asks its own process for what it requests: both sides are in it. */
@Configuration(proxyBeanMethods = false)
class OwnCommands {

    @Bean
    CommandAddress ownCommands(Environment environment) {
        return () -> Optional.ofNullable(environment.getProperty("local.server.port"))
                .map(port -> URI.create("http://" + host(environment.getProperty("server.address")) + ':' + port));
    }

    /** Who listens everywhere is reached at home. */
    private static String host(@Nullable String address) {
        try {
            InetAddress host = InetAddress.getByName(address == null || address.isBlank() ? "127.0.0.1" : address);
            String name = host.isAnyLocalAddress() ? "127.0.0.1" : host.getHostAddress();
            return name.contains(":") ? '[' + name + ']' : name;
        } catch (UnknownHostException e) {
            return "127.0.0.1";
        }
    }
}
