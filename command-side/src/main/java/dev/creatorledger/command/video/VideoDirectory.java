package dev.creatorledger.command.video;

import dev.creatorledger.events.video.VideoId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds what never changes about a registered video; what it has not found it asks anew each time. */
public interface VideoDirectory {

    /** The facts of a video; empty if it is not registered. */
    Optional<VideoFacts> find(VideoId videoId);

    /** The facts of those of many videos that are registered. */
    default Map<VideoId, VideoFacts> findAll(Collection<VideoId> videoIds) {
        Map<VideoId, VideoFacts> found = new HashMap<>();
        videoIds.forEach(videoId -> find(videoId).ifPresent(facts -> found.put(videoId, facts)));
        return found;
    }
}
