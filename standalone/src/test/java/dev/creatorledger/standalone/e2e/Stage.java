package dev.creatorledger.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What most scenarios begin with: channels, videos, enrolment, and impressions of them. */
final class Stage {

    final Api operator;
    final Api ingest;
    final Api auditor;
    private final Instant now;

    /** A stage on a running service whose clock shows about {@code now}. */
    Stage(RunningLedger ledger, Instant now) {
        this(ledger::as, now);
    }

    /** A stage on any service, by its client for each role. */
    Stage(Function<String, Api> clients, Instant now) {
        this.operator = clients.apply("operator");
        this.ingest = clients.apply("ingest");
        this.auditor = clients.apply("auditor");
        this.now = now;
    }

    Instant now() {
        return now;
    }

    /** The first instant of the hour that is {@code hoursAgo} hours before the running one. */
    Instant hour(int hoursAgo) {
        return now.truncatedTo(ChronoUnit.HOURS).minus(hoursAgo, ChronoUnit.HOURS);
    }

    void channel(String channelId) {
        assertThat(operator.put("/v1/channels/" + channelId, channelBody("A channel"))
                        .status())
                .isEqualTo(201);
    }

    static String channelBody(String title) {
        return """
                {"title":"%s","owner":{"name":"Sara Ahmadi"},"country":"IR","currency":"IRR","madeForKids":false}"""
                .formatted(title);
    }

    void video(String videoId, String channelId) {
        videoOf(
                videoId,
                """
                {"channelId":"%s","kind":"ORIGINAL","title":"%s"}""".formatted(channelId, videoId));
    }

    void videoOf(String videoId, String body) {
        assertThat(ingest.put("/v1/videos/" + videoId, body).status()).isEqualTo(201);
    }

    void followers(String channelId, long followers) {
        assertThat(ingest.put("/v1/channels/" + channelId + "/audience", "{\"followers\":" + followers + "}")
                        .status())
                .isEqualTo(200);
    }

    void watched(String videoId, int daysAgo, long views, long seconds) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(daysAgo);
        assertThat(ingest.put(
                                "/v1/videos/" + videoId + "/audience/" + day,
                                "{\"views\":" + views + ",\"watchSeconds\":" + seconds + "}")
                        .status())
                .isEqualTo(200);
    }

    /** A channel that is enrolled at a share, with one original video {@code <channelId>-v}. */
    void enrolled(String channelId, int shareBps) {
        channel(channelId);
        video(channelId + "-v", channelId);
        followers(channelId, 200);
        watched(channelId + "-v", 1, 1_000, 3_000L * 3_600);
        assertThat(operator.post(programme(channelId, "apply"), "{}").status()).isEqualTo(200);
        assertThat(operator.post(programme(channelId, "approve"), "{\"shareBps\":" + shareBps + "}", "checked by hand")
                        .status())
                .isEqualTo(200);
    }

    static String programme(String channelId, String action) {
        return "/v1/channels/" + channelId + "/ad-programme:" + action;
    }

    static String impression(String id, String videoId, Instant shownAt, long watchedMillis, String rial) {
        return """
                {"impressionId":"%s","videoId":"%s","adId":"ad-1","adType":"PRE_ROLL","shownAt":"%s",\
                "watchedMillis":%d,"netRevenue":{"amount":"%s","currency":"IRR"}}"""
                .formatted(id, videoId, shownAt, watchedMillis, rial);
    }

    static String batch(String... impressions) {
        return "{\"impressions\":[" + String.join(",", impressions) + "]}";
    }

    /** Sends a batch and gives each impression's outcome; of several with one id, the last. */
    Map<String, String> book(String... impressions) {
        return outcomes(send("", impressions));
    }

    Api.Answer send(String query, String... impressions) {
        Api.Answer answer = ingest.post("/v1/impressions:batch" + query, batch(impressions));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    static Map<String, String> outcomes(Api.Answer answer) {
        return answer.body()
                .path("outcomes")
                .valueStream()
                .collect(Collectors.toMap(
                        one -> one.path("impressionId").asString("?"),
                        one -> one.path("outcome").asString(),
                        (first, last) -> last));
    }

    /** A balance's money field as a decimal string, read once the view has seen everything stored so far. */
    String balance(String channelId, String field) {
        return settled("/v1/channels/" + channelId + "/balance").at("/" + field + "/amount");
    }

    /** The answer of a query once its view has caught up with the newest event. */
    Api.Answer settled(String path) {
        String newest = operator.put("/v1/channels/probe", channelBody("Probe")).stored();
        Api.Answer answer = auditor.get(path + (path.contains("?") ? "&" : "?") + "atLeast=" + newest);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }
}
