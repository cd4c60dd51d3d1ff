package dev.creatorledger.command;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The whole command side: import it into an application that has the platform and an event store. */
@Configuration(value = "wholeCommandSide", proxyBeanMethods = false)
@ComponentScan({
    "dev.creatorledger.command.backfill",
    "dev.creatorledger.command.channel",
    "dev.creatorledger.command.config",
    "dev.creatorledger.command.due",
    "dev.creatorledger.command.erasure",
    "dev.creatorledger.command.idempotency",
    "dev.creatorledger.command.membership",
    "dev.creatorledger.command.network",
    "dev.creatorledger.command.payout",
    "dev.creatorledger.command.policy",
    "dev.creatorledger.command.saga",
    "dev.creatorledger.command.video",
    "dev.creatorledger.command.window"
})
public class CommandSide {}
