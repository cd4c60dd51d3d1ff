/** Personal data under a key per person: sealing, opening, and the keys whose end is an erasure (U7). */
@NullMarked
package dev.creatorledger.platform.person;

import org.jspecify.annotations.NullMarked;
