/** Tests of the process as a whole. */
@NullMarked
package dev.creatorledger.standalone.process;

import org.jspecify.annotations.NullMarked;
