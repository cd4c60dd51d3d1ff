/** Why a request is not carried out: stable codes, and what exactly failed. */
@NullMarked
package dev.creatorledger.platform.refusal;

import org.jspecify.annotations.NullMarked;
