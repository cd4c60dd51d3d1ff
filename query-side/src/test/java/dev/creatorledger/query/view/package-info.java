/** How views are kept: folds, batches, crashes, rebuilds. */
@NullMarked
package dev.creatorledger.query.view;

import org.jspecify.annotations.NullMarked;
