package dev.creatorledger.command.channel;

import static dev.creatorledger.command.Refused.refused;
import static dev.creatorledger.command.channel.ChannelScenario.CHANNEL;
import static dev.creatorledger.command.channel.ChannelScenario.ENOUGH_SECONDS;
import static dev.creatorledger.command.channel.ChannelScenario.VIDEO;
import static dev.creatorledger.command.channel.ChannelScenario.applied;
import static dev.creatorledger.command.channel.ChannelScenario.eligible;
import static dev.creatorledger.command.channel.ChannelScenario.evidence;
import static dev.creatorledger.command.channel.ChannelScenario.followers;
import static dev.creatorledger.command.channel.ChannelScenario.registered;
import static dev.creatorledger.command.channel.ChannelScenario.watched;
import static dev.creatorledger.platform.refusal.ErrorCode.NOT_ELIGIBLE;

import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeApplied;
import dev.creatorledger.events.channel.ChannelEvent.WatchTimeCounted;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.platform.refusal.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityTest {

    private static final ApplyToAdProgramme APPLY = new ApplyToAdProgramme(CHANNEL);
    private static final LocalDate TODAY = ChannelScenario.TODAY;
    private static final VideoId OTHER = new VideoId("v-2");

    private static Violation followersOf(long actual) {
        return Violation.condition("FOLLOWERS", 200L, actual);
    }

    private static Violation hoursOf(String actual) {
        return Violation.condition("WATCH_HOURS", new BigDecimal("3000"), new BigDecimal(actual));
    }

    @Nested
    @DisplayName("A1 At least 200 followers")
    class Followers {

        @Test
        void twoHundredAreEnough() {
            eligible()
                    .when(APPLY)
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(new AdProgrammeApplied(CHANNEL, evidence()));
        }

        @Test
        void oneLessIsRefusedWithBothFigures() {
            eligible()
                    .after(followers(199))
                    .when(APPLY)
                    .expectNoEvents()
                    .expectException(refused(NOT_ELIGIBLE, followersOf(199)));
        }
    }

    @Nested
    @DisplayName("A1 At least 3,000 hours")
    class Hours {

        @Test
        void oneSecondLessIsRefusedWithBothFigures() {
            eligible()
                    .after(watched(TODAY, ENOUGH_SECONDS - 1))
                    .when(APPLY)
                    .expectNoEvents()
                    .expectException(refused(NOT_ELIGIBLE, hoursOf("2999.9997")));
        }

        @Test
        void ofSeveralVideosAndDaysTogether() {
            registered()
                    .after(
                            followers(200),
                            watched(TODAY, ENOUGH_SECONDS / 2),
                            watched(TODAY.minusDays(1), ENOUGH_SECONDS / 4),
                            new WatchTimeCounted(CHANNEL, OTHER, TODAY, ENOUGH_SECONDS / 4))
                    .when(APPLY)
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(new AdProgrammeApplied(CHANNEL, evidence()));
        }

        @Test
        void aDayCountedAgainIsReplaced_neverAdded() {
            registered()
                    .after(followers(200), watched(TODAY, ENOUGH_SECONDS / 2), watched(TODAY, ENOUGH_SECONDS / 2))
                    .when(APPLY)
                    .expectNoEvents()
                    .expectException(refused(NOT_ELIGIBLE, hoursOf("1500")));
        }

        @Test
        void everyConditionThatFailsIsNamed() {
            registered()
                    .when(APPLY)
                    .expectNoEvents()
                    .expectException(refused(NOT_ELIGIBLE, followersOf(0), hoursOf("0")));
        }
    }

    @Nested
    @DisplayName("A1 In the last three months, the decision day included")
    class Months {

        @ParameterizedTest(name = "decided on {0}, the first day that counts is {1}")
        @CsvSource({
            "2026-06-15, 2026-03-16",
            "2026-05-31, 2026-03-01",
            "2024-05-31, 2024-03-01",
            "2024-05-29, 2024-03-01",
            "2026-05-28, 2026-03-01",
            "2026-12-31, 2026-10-01",
            "2026-01-31, 2025-11-01"
        })
        void theDayThreeMonthsBeforeHasLeft_theNextOneCounts(LocalDate decision, LocalDate first) {
            String now = decision + "T23:59:59.999Z";
            registered()
                    .at(now)
                    .after(followers(200), watched(first, ENOUGH_SECONDS))
                    .when(APPLY)
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(new AdProgrammeApplied(CHANNEL, evidence(decision, 200, ENOUGH_SECONDS)));
            registered()
                    .at(now)
                    .after(followers(200), watched(first.minusDays(1), ENOUGH_SECONDS))
                    .when(APPLY)
                    .expectNoEvents()
                    .expectException(refused(NOT_ELIGIBLE, hoursOf("0")));
        }

        @Test
        void theDecisionDayCountsFromItsFirstMoment() {
            eligible()
                    .at("2026-06-15T00:00:00Z")
                    .when(APPLY)
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(new AdProgrammeApplied(CHANNEL, evidence()));
        }
    }

    @Nested
    @DisplayName("A2 Eligibility is checked again on approving")
    class OnApproving {

        @Test
        void followersThatLeftMeanwhileAreMissed() {
            applied()
                    .after(followers(199))
                    .when(new ApproveAdProgramme(CHANNEL, null))
                    .expectNoEvents()
                    .expectException(refused(NOT_ELIGIBLE, followersOf(199)));
        }

        @Test
        void watchTimeThatWentOutOfReachMeanwhileIsMissed() {
            applied()
                    .at("2026-09-15T00:00:00Z")
                    .when(new ApproveAdProgramme(CHANNEL, null))
                    .expectNoEvents()
                    .expectException(refused(NOT_ELIGIBLE, hoursOf("0")));
        }
    }

    @Nested
    @DisplayName("C5 Watch time is counted")
    class Counting {

        @Test
        void inPlaceOfWhatWasCountedBefore() {
            registered()
                    .after(watched(TODAY, 60))
                    .when(new CountWatchTime(CHANNEL, VIDEO, TODAY, 30))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(watched(TODAY, 30));
        }

        @Test
        void onceOnly_aRepeatIsQuiet() {
            registered()
                    .after(watched(TODAY, 60))
                    .when(new CountWatchTime(CHANNEL, VIDEO, TODAY, 60))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void byVideoAndDay() {
            registered()
                    .after(watched(TODAY, 60))
                    .when(new CountWatchTime(CHANNEL, OTHER, TODAY, 60))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(new WatchTimeCounted(CHANNEL, OTHER, TODAY, 60));
        }

        @Test
        void whatCanCountNoMoreIsNotRemembered() {
            registered()
                    .after(watched(TODAY, 60))
                    .when(new CountWatchTime(CHANNEL, VIDEO, TODAY.minusYears(1).minusDays(1), 60))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }
}
