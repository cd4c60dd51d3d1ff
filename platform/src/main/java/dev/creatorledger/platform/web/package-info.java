/** HTTP conventions: problem details, money, pages, positions, who is calling. */
@NullMarked
package dev.creatorledger.platform.web;

import org.jspecify.annotations.NullMarked;
