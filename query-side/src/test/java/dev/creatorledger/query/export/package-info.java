@NullMarked
package dev.creatorledger.query.export;

import org.jspecify.annotations.NullMarked;
