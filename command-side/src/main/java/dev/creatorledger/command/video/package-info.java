/** Videos: whose they are, whom they are credited to, and how they are watched (C2–C5). */
@NullMarked
package dev.creatorledger.command.video;

import org.jspecify.annotations.NullMarked;
