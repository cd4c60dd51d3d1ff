/** How events become documents, live and in a rebuild, and how far each view has come. */
@NullMarked
package dev.creatorledger.query.view;

import org.jspecify.annotations.NullMarked;
