package dev.creatorledger.query.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.platform.metrics.Sampling;
import dev.creatorledger.query.QueryHttp;
import dev.creatorledger.query.TestLedger;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dead letters over HTTP: listed with their reason, tried again, and gone once they are folded. */
class DeadLetterHttpIT extends QueryHttp {

    private static final String LETTERS = "/v1/admin/dead-letters";
    private static final ChannelId POISONED = new ChannelId("poisoned");

    @Autowired
    private TestLedger ledger;

    @Autowired
    private Sampling sampling;

    @Autowired
    private MeterRegistry meters;

    private double figure(String name) {
        sampling.take();
        return meters.get(name).tag("group", "ad-programme-views").gauge().value();
    }

    private static JsonNode body(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    @Test
    void are_listed_and_tried_again_until_they_are_folded() {
        publish(new ChannelRegistered(POISONED, owner(POISONED, "Sara"), "A channel", "IR", Money.IRR, false));
        long poisoned = ledger.forge(POISONED, "FollowersReported", "{\"followers\":".getBytes(UTF_8));
        long behind = publish(new FollowersReported(POISONED, 12));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> read(LETTERS).path("items").size() == 2);

        JsonNode letters = read(LETTERS);
        assertThat(letters.at("/items/0/position").asString()).isEqualTo(Long.toString(behind));
        assertThat(letters.at("/items/0/attempts").asInt()).isZero();
        assertThat(letters.at("/items/0").has("reason")).isFalse();
        JsonNode first = letters.at("/items/1");
        assertThat(first.path("position").asString()).isEqualTo(Long.toString(poisoned));
        assertThat(first.path("group").asString()).isEqualTo("ad-programme-views");
        assertThat(first.path("sequence").asString()).isEqualTo("poisoned");
        assertThat(first.path("type").asString()).isEqualTo("FollowersReported");
        assertThat(first.path("reason").asString()).contains("cannot read a stored FollowersReported");
        JsonNode page = read(LETTERS + "?limit=1");
        assertThat(read(LETTERS + "?limit=1&cursor=" + page.path("next").asString())
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(first.path("id").asString());
        assertThat(figure("ledger.dead.letters")).isEqualTo(2);
        assertThat(figure("ledger.dead.letter.sequences")).isEqualTo(1);

        String retry = LETTERS + "/" + letters.at("/items/0/id").asString() + ":retry";
        JsonNode again = body(postAs("admin", retry, ""));
        assertThat(again.path("folded").asInt()).isZero();
        assertThat(again.path("reason").asString()).contains("cannot read a stored FollowersReported");
        assertThat(read(LETTERS).at("/items/1/attempts").asInt()).isEqualTo(2);

        ledger.replace(poisoned, new FollowersReported(POISONED, 11));
        JsonNode folded = body(postAs("admin", retry, ""));
        assertThat(folded.path("folded").asInt()).isEqualTo(2);
        assertThat(folded.has("reason")).isFalse();
        assertThat(folded.path("sequence").asString()).isEqualTo("poisoned");
        assertThat(read(LETTERS).path("items").size()).isZero();
        assertThat(read("/v1/channels/poisoned").path("followers").asInt()).isEqualTo(12);
        assertThat(figure("ledger.dead.letters")).isZero();
        assertThat(postAs("admin", retry, "").statusCode()).isEqualTo(404);
    }

    @Test
    void are_for_admins_to_try_again_and_for_auditors_to_read() {
        assertThat(statusFor("auditor", LETTERS)).isEqualTo(200);
        assertThat(statusFor("operator", LETTERS)).isEqualTo(403);
        assertThat(postAs("auditor", LETTERS + "/x:retry", "").statusCode()).isEqualTo(403);
        assertThat(postAs("admin", LETTERS + "/x:retry", "").statusCode()).isEqualTo(404);
        assertThat(statusFor("admin", LETTERS + "?cursor=!")).isEqualTo(400);
    }
}
