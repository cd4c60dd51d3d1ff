/** Signing in to the panel and out of it. */
@NullMarked
package dev.creatorledger.query.panel.sign;

import org.jspecify.annotations.NullMarked;
