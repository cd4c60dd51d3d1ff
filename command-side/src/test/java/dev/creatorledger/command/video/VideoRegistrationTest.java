package dev.creatorledger.command.video;

import static dev.creatorledger.command.Refused.refused;
import static dev.creatorledger.command.video.VideoScenario.COPIER;
import static dev.creatorledger.command.video.VideoScenario.UPLOADER;
import static dev.creatorledger.command.video.VideoScenario.VIDEO;
import static dev.creatorledger.command.video.VideoScenario.copy;
import static dev.creatorledger.command.video.VideoScenario.register;
import static dev.creatorledger.command.video.VideoScenario.registered;
import static dev.creatorledger.command.video.VideoScenario.unknown;
import static dev.creatorledger.command.video.VideoScenario.upload;
import static dev.creatorledger.events.video.VideoKind.EDIT_ONLY;
import static dev.creatorledger.events.video.VideoKind.GAMING;
import static dev.creatorledger.events.video.VideoKind.ORIGINAL;
import static dev.creatorledger.events.video.VideoKind.REPUBLISHED;
import static dev.creatorledger.platform.refusal.ErrorCode.UNKNOWN_CHANNEL;
import static dev.creatorledger.platform.refusal.ErrorCode.UNKNOWN_ORIGINAL;
import static dev.creatorledger.platform.refusal.ErrorCode.VIDEO_FIXED;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.video.VideoEvent.VideoDetailsChanged;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.video.VideoKind;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VideoRegistrationTest {

    private static final VideoId FIRST = new VideoId("first");
    private static final VideoId SECOND = new VideoId("second");

    @Nested
    @DisplayName("C2 A video is registered on a channel")
    class Registering {

        @Test
        void onceOnly_aRepeatIsQuiet() {
            registered(upload(VIDEO, ORIGINAL, false, true))
                    .when(register(UPLOADER, ORIGINAL, false, null))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void thatIsRegisteredItself() {
            unknown()
                    .when(register(new ChannelId("nobody"), ORIGINAL, false, null))
                    .expectNoEvents()
                    .expectException(refused(UNKNOWN_CHANNEL));
        }

        @Test
        void andItsTitleAndFlagsCanChange() {
            registered(upload(VIDEO, ORIGINAL, false, true))
                    .when(new RegisterVideo(VIDEO, UPLOADER, ORIGINAL, false, null, true, true, null))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(new VideoDetailsChanged(VIDEO, UPLOADER, true, true, null));
        }

        @ParameterizedTest
        @MethodSource("dev.creatorledger.command.video.VideoRegistrationTest#otherOrigins")
        void andItsOriginNeverChanges(RegisterVideo changed) {
            registered(upload(VIDEO, GAMING, true, true))
                    .beside(upload(FIRST, ORIGINAL, false, true))
                    .when(changed)
                    .expectNoEvents()
                    .expectException(refused(VIDEO_FIXED));
        }

        @Test
        void andACopyStaysACopyOfTheSame() {
            registered(copy(VIDEO, FIRST, FIRST, true))
                    .beside(upload(FIRST, ORIGINAL, false, true))
                    .beside(upload(SECOND, ORIGINAL, false, true))
                    .when(register(COPIER, REPUBLISHED, false, SECOND))
                    .expectNoEvents()
                    .expectException(refused(VIDEO_FIXED));
        }
    }

    static Stream<RegisterVideo> otherOrigins() {
        return Stream.of(
                register(COPIER, GAMING, true, null),
                register(UPLOADER, ORIGINAL, true, null),
                register(UPLOADER, GAMING, false, null),
                register(UPLOADER, REPUBLISHED, true, FIRST));
    }

    @Nested
    @DisplayName("C3 Original production is decided by kind and webcam")
    class Production {

        @ParameterizedTest(name = "{0}, webcam {1}: {2}")
        @CsvSource({"ORIGINAL, false, true", "GAMING, true, true", "GAMING, false, false", "EDIT_ONLY, false, false"})
        void whenItIsRegistered(VideoKind kind, boolean webcam, boolean originalProduction) {
            unknown()
                    .when(register(UPLOADER, kind, webcam, null))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(upload(VIDEO, kind, webcam, originalProduction));
        }
    }

    @Nested
    @DisplayName("C4 A copy is credited to the channel that uploaded the original")
    class Copies {

        @Test
        void ofAnOriginal() {
            unknown()
                    .beside(upload(FIRST, ORIGINAL, false, true))
                    .when(register(COPIER, REPUBLISHED, false, FIRST))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(copy(VIDEO, FIRST, FIRST, true));
        }

        @Test
        void ofACopy_throughTheWholeChain() {
            unknown()
                    .beside(upload(FIRST, ORIGINAL, false, true))
                    .beside(copy(SECOND, FIRST, FIRST, true))
                    .when(register(COPIER, REPUBLISHED, false, SECOND))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(copy(VIDEO, SECOND, FIRST, true));
        }

        @Test
        void andIsOriginalProductionOnlyIfTheOriginalIs() {
            unknown()
                    .beside(upload(FIRST, EDIT_ONLY, false, false))
                    .when(register(COPIER, REPUBLISHED, false, FIRST))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(copy(VIDEO, FIRST, FIRST, false));
        }

        @Test
        void butNotOfAVideoThatIsNotRegistered() {
            unknown()
                    .when(register(COPIER, REPUBLISHED, false, FIRST))
                    .expectNoEvents()
                    .expectException(refused(UNKNOWN_ORIGINAL));
        }

        @Test
        void norOfItself() {
            unknown()
                    .when(register(COPIER, REPUBLISHED, false, VIDEO))
                    .expectNoEvents()
                    .expectException(refused(UNKNOWN_ORIGINAL));
        }
    }
}
