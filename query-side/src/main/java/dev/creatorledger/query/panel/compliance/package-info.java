/** The lists of compliance, as pages and as files. */
@NullMarked
package dev.creatorledger.query.panel.compliance;

import org.jspecify.annotations.NullMarked;
