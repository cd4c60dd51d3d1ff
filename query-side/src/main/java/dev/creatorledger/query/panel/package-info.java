/** The panel: pages for people, under {@code /panel}; its parts are wired here. */
@NullMarked
package dev.creatorledger.query.panel;

import org.jspecify.annotations.NullMarked;
