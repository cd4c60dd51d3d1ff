/** Replays: views made anew from the events beside the live ones, compared with them, and put in their place (U2). */
@NullMarked
package dev.creatorledger.query.replay;

import org.jspecify.annotations.NullMarked;
