@NullMarked
package dev.creatorledger.query.deadletter;

import org.jspecify.annotations.NullMarked;
