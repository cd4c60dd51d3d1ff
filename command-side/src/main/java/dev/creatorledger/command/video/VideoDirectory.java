package dev.creatorledger.command.video;

import dev.creatorledger.events.video.VideoId;
import java.util.Optional;

/** Finds what never changes about a registered video; what it has not found it asks anew each time. */
public interface VideoDirectory {

    /** The facts of a video; empty if it is not registered. */
    Optional<VideoFacts> find(VideoId videoId);
}
