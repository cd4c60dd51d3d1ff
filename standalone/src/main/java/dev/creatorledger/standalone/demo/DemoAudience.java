package dev.creatorledger.standalone.demo;

import java.time.LocalDate;

/**
 * A video's audience of one day (C5).
 *
 * @param videoId the video
 * @param date the day (UTC)
 * @param views its views
 * @param watchSeconds its watch time
 */
record DemoAudience(String videoId, LocalDate date, long views, long watchSeconds) {}
