/** What views have set aside, as operators see it and help it on. */
@NullMarked
package dev.creatorledger.query.deadletter;

import org.jspecify.annotations.NullMarked;
