package dev.creatorledger.command.config;

import org.axonframework.config.Configuration;
import org.springframework.context.SmartLifecycle;

/** Starts Axon's configuration with the application and stops it before the beans it stands on. */
final class CommandSideLifecycle implements SmartLifecycle {

    private final Configuration configuration;
    private volatile boolean running;

    CommandSideLifecycle(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public void start() {
        configuration.start();
        running = true;
    }

    @Override
    public void stop() {
        configuration.shutdown();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server takes requests, and stopped after it takes none. */
    @Override
    public int getPhase() {
        return 0;
    }
}
