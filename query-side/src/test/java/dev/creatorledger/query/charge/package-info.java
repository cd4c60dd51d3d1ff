/** Tests of the package of this name. */
@NullMarked
package dev.creatorledger.query.charge;

import org.jspecify.annotations.NullMarked;
