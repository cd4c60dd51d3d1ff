/** The independent verifier of exports, which sees nothing of the service and uses the JDK alone (U3). */
@NullMarked
package dev.creatorledger.verifier;

import org.jspecify.annotations.NullMarked;
