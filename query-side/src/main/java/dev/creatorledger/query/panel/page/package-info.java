/** What every page of the panel has: its frame, its language, its formats, who looks at it, and its errors. */
@NullMarked
package dev.creatorledger.query.panel.page;

import org.jspecify.annotations.NullMarked;
