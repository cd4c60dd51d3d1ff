/** Loading a file of views into a running service, by its HTTP contract alone. */
@NullMarked
package dev.creatorledger.standalone.load;

import org.jspecify.annotations.NullMarked;
