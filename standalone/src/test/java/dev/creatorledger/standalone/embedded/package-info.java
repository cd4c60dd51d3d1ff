/** Tests of the embedded databases. */
@NullMarked
package dev.creatorledger.standalone.embedded;

import org.jspecify.annotations.NullMarked;
