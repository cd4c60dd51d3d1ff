package dev.creatorledger.standalone.load;

import java.time.LocalDate;

/**
 * What one line of the file says of a video's day.
 *
 * @param videoId the video
 * @param channel the title of the channel of its first row, to which it belongs
 * @param date the day (UTC)
 * @param views views of that day
 * @param impressions how many ads were shown in them
 */
record VideoDay(String videoId, String channel, LocalDate date, long views, long impressions) {}
