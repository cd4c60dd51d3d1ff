@NullMarked
package dev.creatorledger.query.chain;

import org.jspecify.annotations.NullMarked;
