package dev.creatorledger.standalone.load;

import java.time.LocalDate;
import java.util.Map;

/**
 * Registers channels and videos and takes them into the ad-revenue programme. Everything can be repeated:
 * what is already so stays so.
 */
public final class ChannelSetup {

    /** The watch time that makes a channel eligible (A1), in seconds: 3,000 hours. */
    public static final long ELIGIBLE_WATCH_SECONDS = 3_000L * 3_600;

    private final LedgerClient client;
    private final String reason;

    /** With the reason that decisions are given. */
    public ChannelSetup(LedgerClient client, String reason) {
        this.client = client;
        this.reason = reason;
    }

    /** Registers a channel of Iran that earns rial (C1), and reports its followers (C5). */
    public void channel(String channelId, String title, long followers) {
        client.put(
                        "/v1/channels/" + channelId,
                        Map.of("title", title, "owner", Map.of("name", title), "country", "IR", "currency", "IRR"))
                .orFail();
        client.put("/v1/channels/" + channelId + "/audience", Map.of("followers", followers))
                .orFail();
    }

    /** Registers a video that its creator made from start to end (C2, C3). */
    public void originalVideo(String videoId, String channelId) {
        video(videoId, Map.of("channelId", channelId, "kind", "ORIGINAL"));
    }

    /** Registers a video with all that the contract takes (C2). */
    public void video(String videoId, Map<String, ?> facts) {
        client.put("/v1/videos/" + videoId, facts).orFail();
    }

    /** Reports views and watch time of a video's day (C5). */
    public void audience(String videoId, LocalDate date, long views, long watchSeconds) {
        client.put("/v1/videos/" + videoId + "/audience/" + date, Map.of("views", views, "watchSeconds", watchSeconds))
                .orFail();
    }

    /** Applies for the ad-revenue programme; the answer may be a refusal that names the conditions (A1). */
    public Answer apply(String channelId) {
        return client.post(programme(channelId) + ":apply", Map.of(), reason);
    }

    /**
     * Applies and approves with a share (A2, A3). A channel that is enrolled already stays so.
     *
     * @throws LoadException if it is not enrolled afterwards
     */
    public void enrol(String channelId, int shareBps) {
        if (isEnrolled(channelId)) {
            return;
        }
        Answer applied = apply(channelId);
        if (!applied.done() && applied.status() != 409) {
            applied.orFail();
        }
        Answer approved = client.post(programme(channelId) + ":approve", Map.of("shareBps", shareBps), reason);
        if (!approved.done() && !isEnrolled(channelId)) {
            (applied.done() ? approved : applied).orFail();
        }
    }

    private boolean isEnrolled(String channelId) {
        return client.get("/v1/channels/" + channelId)
                .json()
                .path("adProgramme")
                .path("status")
                .asString("")
                .equals("ENROLLED");
    }

    private static String programme(String channelId) {
        return "/v1/channels/" + channelId + "/ad-programme";
    }
}
