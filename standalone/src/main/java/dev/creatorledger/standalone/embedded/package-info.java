/** The databases of the embedded mode: PostgreSQL in the data folder, MongoDB's double in memory. */
@NullMarked
package dev.creatorledger.standalone.embedded;

import org.jspecify.annotations.NullMarked;
