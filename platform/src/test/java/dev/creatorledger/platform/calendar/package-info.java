@NullMarked
package dev.creatorledger.platform.calendar;

import org.jspecify.annotations.NullMarked;
