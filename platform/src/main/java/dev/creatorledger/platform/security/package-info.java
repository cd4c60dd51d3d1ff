/** Tokens, roles and the embedded issuer. */
@NullMarked
package dev.creatorledger.platform.security;

import org.jspecify.annotations.NullMarked;
