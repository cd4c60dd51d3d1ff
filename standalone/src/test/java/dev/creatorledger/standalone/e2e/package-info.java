/** The whole service as callers meet it: a process of its own, spoken to over HTTP alone. */
@NullMarked
package dev.creatorledger.standalone.e2e;

import org.jspecify.annotations.NullMarked;
