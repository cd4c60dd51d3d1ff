package dev.creatorledger.standalone.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A video of the demo (C2).
 *
 * @param id its id
 * @param channel the channel it is registered on
 * @param kind what it is
 * @param original the video it was republished from, or null
 * @param weight its part of the impressions, relative to the others'
 */
record DemoVideo(String id, DemoChannel channel, Kind kind, @Nullable DemoVideo original, double weight) {

    /** A kind of video, as the contract names it. */
    enum Kind {
        ORIGINAL("ORIGINAL", false),
        GAMING_WITH_WEBCAM("GAMING", true),
        GAMING_WITHOUT_WEBCAM("GAMING", false),
        EDIT_ONLY("EDIT_ONLY", false),
        REPUBLISHED("REPUBLISHED", false);

        private final String text;
        private final boolean webcam;

        Kind(String text, boolean webcam) {
            this.text = text;
            this.webcam = webcam;
        }
    }

    /** The channel that its impressions count for: the original uploader's, however long the chain (C4). */
    DemoChannel credited() {
        return original == null ? channel : original.credited();
    }

    /** As the contract wants it registered. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("channelId", channel.id());
        facts.put("kind", kind.text);
        facts.put("title", channel.title() + " · " + id.substring(id.lastIndexOf('-') + 1));
        if (kind.webcam) {
            facts.put("webcam", true);
        }
        if (original != null) {
            facts.put("originalVideoId", original.id());
        }
        return facts;
    }
}
