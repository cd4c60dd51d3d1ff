@NullMarked
package dev.creatorledger.query.panel.compliance;

import org.jspecify.annotations.NullMarked;
