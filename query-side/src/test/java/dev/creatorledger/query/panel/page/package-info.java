@NullMarked
package dev.creatorledger.query.panel.page;

import org.jspecify.annotations.NullMarked;
