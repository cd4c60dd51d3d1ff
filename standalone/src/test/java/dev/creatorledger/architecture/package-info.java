/** The arrows between modules and packages, and the habits that a machine can check. */
@NullMarked
package dev.creatorledger.architecture;

import org.jspecify.annotations.NullMarked;
