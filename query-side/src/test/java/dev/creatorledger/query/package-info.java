/** What the tests of all features share. */
@NullMarked
package dev.creatorledger.query;

import org.jspecify.annotations.NullMarked;
