/** Tests of replays. */
@NullMarked
package dev.creatorledger.query.replay;

import org.jspecify.annotations.NullMarked;
