/** Tests of the package of this name. */
@NullMarked
package dev.creatorledger.query.refund;

import org.jspecify.annotations.NullMarked;
