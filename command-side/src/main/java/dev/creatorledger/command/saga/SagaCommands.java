package dev.creatorledger.command.saga;

import dev.creatorledger.events.StreamId;
import dev.creatorledger.platform.refusal.Refusal;

/** How a saga tells an aggregate something. */
@FunctionalInterface
public interface SagaCommands {

    /**
     * Has a command decided, and returns when it is. What it decides is stored together with the saga, or not at all.
     *
     * @throws Refusal if it is refused
     */
    void send(Object command, StreamId target);
}
