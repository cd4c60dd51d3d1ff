/** Persons, and what is known of them: only ever as cipher text under a key of their own (U7). */
@NullMarked
package dev.creatorledger.events.person;

import org.jspecify.annotations.NullMarked;
