/** Tests of the package of this name. */
@NullMarked
package dev.creatorledger.query.programme;

import org.jspecify.annotations.NullMarked;
