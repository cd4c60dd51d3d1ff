/** A channel's pages: what it earns, what it is paid, who its members are (A12, P5, U5). */
@NullMarked
package dev.creatorledger.query.panel.creator;

import org.jspecify.annotations.NullMarked;
