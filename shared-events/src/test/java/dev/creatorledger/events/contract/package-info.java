/** The stored form of every event, held against approved files. */
@NullMarked
package dev.creatorledger.events.contract;

import org.jspecify.annotations.NullMarked;
