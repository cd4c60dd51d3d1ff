package dev.creatorledger.command.config;

import org.axonframework.config.EventProcessingConfigurer;

/** Declares the event processors of a part of the command side. */
@FunctionalInterface
public interface ProcessorRegistration {

    /** Declares them, with everything they need. */
    void register(EventProcessingConfigurer processing);
}
