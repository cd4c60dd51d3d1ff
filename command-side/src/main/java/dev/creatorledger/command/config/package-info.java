/** Every Axon part of the command side, declared by hand, and the one door through which commands are sent. */
@NullMarked
package dev.creatorledger.command.config;

import org.jspecify.annotations.NullMarked;
