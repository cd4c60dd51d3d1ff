/** The service that runs on one machine, and its command line. */
@NullMarked
package dev.creatorledger.standalone;

import org.jspecify.annotations.NullMarked;
