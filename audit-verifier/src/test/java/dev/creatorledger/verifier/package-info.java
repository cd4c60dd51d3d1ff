@NullMarked
package dev.creatorledger.verifier;

import org.jspecify.annotations.NullMarked;
