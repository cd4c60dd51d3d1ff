/** The business days that the service brings along (P5). */
@NullMarked
package dev.creatorledger.platform.calendar;

import org.jspecify.annotations.NullMarked;
