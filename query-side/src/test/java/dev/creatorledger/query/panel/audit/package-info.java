@NullMarked
package dev.creatorledger.query.panel.audit;

import org.jspecify.annotations.NullMarked;
