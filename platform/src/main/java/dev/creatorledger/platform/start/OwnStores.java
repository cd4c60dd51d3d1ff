package dev.creatorledger.platform.start;

import java.util.HashMap;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Tells the framework where PostgreSQL is, from the settings of the service; nothing where there is to be none. */
final class OwnStores {

    private OwnStores() {}

    /**
     * Adds what the framework goes by; what is set for it by hand goes before.
     *
     * @param process the process's name, for the database's administrator
     */
    static void in(ConfigurableEnvironment environment, String process, boolean migrates) {
        if (OnAxonServer.in(environment)) {
            return;
        }
        PostgresSettings postgres = Settings.of(environment, PostgresSettings.class);
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.datasource.url", postgres.driverUrl(process));
        settings.put("spring.datasource.username", String.valueOf(postgres.user()));
        settings.put("spring.datasource.password", postgres.secret());
        settings.put("spring.flyway.enabled", migrates);
        environment.getPropertySources().addLast(new MapPropertySource("stores", settings));
    }
}
