/** Membership programmes of channels, and the networks that channels belong to (B1–B3, B20–B26). */
@NullMarked
package dev.creatorledger.query.programme;

import org.jspecify.annotations.NullMarked;
