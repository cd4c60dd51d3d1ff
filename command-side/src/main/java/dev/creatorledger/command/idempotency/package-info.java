/** Idempotency keys: the first outcome of a command, kept and given again (contract, "Conventions"). */
@NullMarked
package dev.creatorledger.command.idempotency;

import org.jspecify.annotations.NullMarked;
