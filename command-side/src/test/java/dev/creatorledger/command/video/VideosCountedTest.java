package dev.creatorledger.command.video;

import static dev.creatorledger.command.video.VideoScenario.COPIER;
import static dev.creatorledger.command.video.VideoScenario.UPLOADER;
import static dev.creatorledger.command.video.VideoScenario.VIDEO;
import static dev.creatorledger.command.video.VideoScenario.register;
import static dev.creatorledger.command.video.VideoScenario.registered;
import static dev.creatorledger.command.video.VideoScenario.unknown;
import static dev.creatorledger.command.video.VideoScenario.upload;
import static dev.creatorledger.events.video.VideoKind.ORIGINAL;
import static dev.creatorledger.events.video.VideoKind.REPUBLISHED;

import dev.creatorledger.command.channel.ProgrammeCommand.CountVideos;
import dev.creatorledger.events.video.VideoEvent.VideoDetailsChanged;
import dev.creatorledger.events.video.VideoId;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("B1 A channel's videos are counted as they are registered and changed")
class VideosCountedTest {

    private static RegisterVideo registering(boolean madeForKids, boolean musicClaim) {
        return new RegisterVideo(VIDEO, UPLOADER, ORIGINAL, false, null, madeForKids, musicClaim, "Soup");
    }

    private static VideoScenario known(boolean madeForKids, boolean musicClaim) {
        return registered(upload(VIDEO, ORIGINAL, false, true))
                .after(new VideoDetailsChanged(VIDEO, UPLOADER, madeForKids, musicClaim, "Soup"));
    }

    @ParameterizedTest
    @CsvSource({"false, false, 0, 0", "true, false, 1, 1", "false, true, 0, 1", "true, true, 1, 1"})
    void aNewOneOnce(boolean madeForKids, boolean musicClaim, int forKids, int ineligible) {
        unknown()
                .when(registering(madeForKids, musicClaim))
                .expectResultMessagePayload(Optional.of(new CountVideos(UPLOADER, 1, forKids, ineligible)));
    }

    @Test
    void aCopyOnTheChannelThatUploadedIt() {
        VideoId original = new VideoId("first");
        unknown()
                .beside(upload(original, ORIGINAL, false, true))
                .when(register(COPIER, REPUBLISHED, false, original))
                .expectResultMessagePayload(Optional.of(new CountVideos(COPIER, 1, 0, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, true,  false,  1,  1",
        "false, false, false, true,   0,  1",
        "true,  false, false, false, -1, -1",
        "false, true,  true,  false,  1,  0",
        "true,  true,  false, true,  -1,  0",
    })
    void aChangeByItsDifference(
            boolean kidsBefore, boolean claimBefore, boolean kids, boolean claim, int forKids, int ineligible) {
        known(kidsBefore, claimBefore)
                .when(registering(kids, claim))
                .expectResultMessagePayload(Optional.of(new CountVideos(UPLOADER, 0, forKids, ineligible)));
    }

    @Test
    void aRepeatNotAtAll_norAChangeThatCountsTheSame() {
        known(true, false).when(registering(true, false)).expectNoEvents().expectResultMessagePayload(Optional.empty());
        known(true, false)
                .when(registering(true, true))
                .expectEvents(new VideoDetailsChanged(VIDEO, UPLOADER, true, true, "Soup"))
                .expectResultMessagePayload(Optional.empty());
    }
}
