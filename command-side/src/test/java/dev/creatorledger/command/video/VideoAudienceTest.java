package dev.creatorledger.command.video;

import static dev.creatorledger.command.Refused.refused;
import static dev.creatorledger.command.video.VideoScenario.TODAY;
import static dev.creatorledger.command.video.VideoScenario.UPLOADER;
import static dev.creatorledger.command.video.VideoScenario.VIDEO;
import static dev.creatorledger.command.video.VideoScenario.copy;
import static dev.creatorledger.command.video.VideoScenario.registered;
import static dev.creatorledger.command.video.VideoScenario.reported;
import static dev.creatorledger.command.video.VideoScenario.unknown;
import static dev.creatorledger.command.video.VideoScenario.upload;
import static dev.creatorledger.events.video.VideoKind.ORIGINAL;
import static dev.creatorledger.platform.refusal.ErrorCode.AUDIENCE_IN_FUTURE;

import dev.creatorledger.events.video.VideoEvent.VideoAudienceReported;
import dev.creatorledger.events.video.VideoId;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C5 Views and watch time are reported per video and UTC day")
class VideoAudienceTest {

    private static VideoScenario original() {
        return registered(upload(VIDEO, ORIGINAL, false, true));
    }

    @Test
    void andAnswerWhomTheyCountFor() {
        original()
                .when(new ReportVideoAudience(VIDEO, TODAY, 10, 600))
                .expectSuccessfulHandlerExecution()
                .expectEvents(reported(TODAY, 10, 600, 0, 0))
                .expectResultMessagePayload(new VideoFacts(VIDEO, UPLOADER, VIDEO, true));
    }

    @Test
    void andReplaceTheFiguresBefore_neverAdd() {
        original()
                .after(reported(TODAY, 10, 600, 0, 0))
                .when(new ReportVideoAudience(VIDEO, TODAY, 8, 700))
                .expectSuccessfulHandlerExecution()
                .expectEvents(reported(TODAY, 8, 700, 10, 600));
    }

    @Test
    void onceOnly_aRepeatIsQuietAndStillAnswers() {
        original()
                .after(reported(TODAY, 10, 600, 0, 0))
                .when(new ReportVideoAudience(VIDEO, TODAY, 10, 600))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents()
                .expectResultMessagePayload(new VideoFacts(VIDEO, UPLOADER, VIDEO, true));
    }

    @Test
    void eachDayForItself() {
        original()
                .after(reported(TODAY, 10, 600, 0, 0))
                .when(new ReportVideoAudience(VIDEO, TODAY.minusDays(1), 10, 600))
                .expectSuccessfulHandlerExecution()
                .expectEvents(reported(TODAY.minusDays(1), 10, 600, 0, 0));
    }

    @Test
    void ofACopyForTheChannelAndVideoItIsCreditedTo() {
        VideoId first = new VideoId("first");
        registered(copy(VIDEO, first, first, true))
                .when(new ReportVideoAudience(VIDEO, TODAY, 10, 600))
                .expectSuccessfulHandlerExecution()
                .expectEvents(new VideoAudienceReported(VIDEO, first, UPLOADER, TODAY, 10, 600, 0, 0));
    }

    @Test
    void notForADayThatHasNotBegun() {
        original()
                .when(new ReportVideoAudience(VIDEO, TODAY.plusDays(1), 10, 600))
                .expectNoEvents()
                .expectException(refused(AUDIENCE_IN_FUTURE));
    }

    @Test
    void notForAVideoThatIsNotRegistered() {
        unknown()
                .when(new ReportVideoAudience(VIDEO, TODAY, 10, 600))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }
}
