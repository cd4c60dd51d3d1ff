/** The whole service as one process: both sides on the embedded stores. */
@NullMarked
package dev.creatorledger.standalone.process;

import org.jspecify.annotations.NullMarked;
