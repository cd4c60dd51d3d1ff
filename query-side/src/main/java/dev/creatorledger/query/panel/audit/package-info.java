/** The pages of auditors: events, books, replays, checkpoints and exports. */
@NullMarked
package dev.creatorledger.query.panel.audit;

import org.jspecify.annotations.NullMarked;
