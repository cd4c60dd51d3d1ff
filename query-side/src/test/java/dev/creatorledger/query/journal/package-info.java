@NullMarked
package dev.creatorledger.query.journal;

import org.jspecify.annotations.NullMarked;
