/** Words that the tests of several features share. */
@NullMarked
package dev.creatorledger.command;

import org.jspecify.annotations.NullMarked;
