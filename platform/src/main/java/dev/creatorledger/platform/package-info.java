/** What both sides stand on. */
@NullMarked
package dev.creatorledger.platform;

import org.jspecify.annotations.NullMarked;
