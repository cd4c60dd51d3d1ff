package dev.creatorledger.standalone.load;

import java.time.LocalDate;

/**
 * One line of a file of views.
 *
 * @param line where it stands in the file, from 1
 * @param videoId the video, as published
 * @param channel the channel's title, which stands for its id
 * @param date the day of the observation (UTC)
 * @param cumulativeViews views up to that day
 */
record ViewsRow(long line, String videoId, String channel, LocalDate date, long cumulativeViews) {}
