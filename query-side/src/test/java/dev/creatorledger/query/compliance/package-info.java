/** Tests of the package of this name. */
@NullMarked
package dev.creatorledger.query.compliance;

import org.jspecify.annotations.NullMarked;
