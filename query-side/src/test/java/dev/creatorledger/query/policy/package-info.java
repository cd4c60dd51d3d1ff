@NullMarked
package dev.creatorledger.query.policy;

import org.jspecify.annotations.NullMarked;
