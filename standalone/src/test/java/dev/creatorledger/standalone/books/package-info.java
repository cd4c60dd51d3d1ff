/** The books, checked by tools that know nothing of this service. */
@NullMarked
package dev.creatorledger.standalone.books;

import org.jspecify.annotations.NullMarked;
