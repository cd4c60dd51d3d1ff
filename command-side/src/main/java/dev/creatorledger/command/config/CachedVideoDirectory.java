package dev.creatorledger.command.config;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.creatorledger.command.video.VideoDirectory;
import dev.creatorledger.command.video.VideoFacts;
import dev.creatorledger.events.video.VideoEvent.VideoRegistered;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.platform.store.StreamHeads;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what never changes about videos, as their first event tells it; which videos are unknown it asks anew each
 * time, because any of them can be registered a moment later.
 */
final class CachedVideoDirectory implements VideoDirectory {

    private final Cache<VideoId, VideoFacts> known;
    private final EventStorageEngine engine;
    private final StreamHeads heads;

    CachedVideoDirectory(EventStorageEngine engine, StreamHeads heads, long maxVideos) {
        this.engine = engine;
        this.heads = heads;
        known = Caffeine.newBuilder().maximumSize(maxVideos).build();
    }

    @Override
    public Optional<VideoFacts> find(VideoId videoId) {
        VideoFacts facts = known.getIfPresent(videoId);
        return facts != null
                ? Optional.of(facts)
                : Optional.ofNullable(findAll(List.of(videoId)).get(videoId));
    }

    @Override
    public Map<VideoId, VideoFacts> findAll(Collection<VideoId> videoIds) {
        Map<VideoId, VideoFacts> found = new HashMap<>();
        Map<String, VideoId> unsure = new HashMap<>();
        for (VideoId videoId : videoIds) {
            VideoFacts facts = known.getIfPresent(videoId);
            if (facts != null) {
                found.put(videoId, facts);
            } else {
                unsure.put(videoId.toString(), videoId);
            }
        }
        if (!unsure.isEmpty()) {
            heads.lastSequences(unsure.keySet()).keySet().forEach(stream -> {
                VideoFacts facts = load(stream);
                if (facts != null) {
                    known.put(facts.videoId(), facts);
                    found.put(facts.videoId(), facts);
                }
            });
        }
        return found;
    }

    private @Nullable VideoFacts load(String stream) {
        DomainEventStream events = engine.readEvents(stream);
        return events.hasNext() && events.next().getPayload() instanceof VideoRegistered registered
                ? new VideoFacts(
                        registered.videoId(),
                        registered.creditedChannelId(),
                        registered.creditedVideoId(),
                        registered.originalProduction())
                : null;
    }
}
