package dev.creatorledger.standalone.load;

import java.time.LocalDate;

/**
 * How a file is to be loaded.
 *
 * @param historyDay the day on which the made-up watch time is reported
 * @param batchSize impressions per batch
 * @param atOnce requests in flight at once
 * @param keepOpen whether the backfill stays open
 */
record LoadPlan(LocalDate historyDay, int batchSize, int atOnce, boolean keepOpen) {}
