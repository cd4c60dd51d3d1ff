/** Tests of the package of this name. */
@NullMarked
package dev.creatorledger.query.membership;

import org.jspecify.annotations.NullMarked;
