package dev.creatorledger.command;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The whole command side: import it into an application that has the platform and an event store. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class CommandSide {}
