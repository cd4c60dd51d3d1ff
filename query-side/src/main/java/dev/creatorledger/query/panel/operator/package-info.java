/** The first page of operators. */
@NullMarked
package dev.creatorledger.query.panel.operator;

import org.jspecify.annotations.NullMarked;
