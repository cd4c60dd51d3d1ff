/** What is told about earnings. */
@NullMarked
package dev.creatorledger.query.earnings;

import org.jspecify.annotations.NullMarked;
