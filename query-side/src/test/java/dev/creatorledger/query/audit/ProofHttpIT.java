package dev.creatorledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.ImpressionDigest;
import dev.creatorledger.events.window.MerkleTree;
import dev.creatorledger.events.window.WindowEvent.ImpressionNotQualified;
import dev.creatorledger.events.window.WindowEvent.ImpressionQualified;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowOpened;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowSealed;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.query.History;
import dev.creatorledger.query.QueryHttp;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A8, U3: that an impression is in the root of its sealed hour. */
class ProofHttpIT extends QueryHttp {

    private static final Instant HOUR = Instant.parse("2026-01-20T05:00:00Z");
    private static int channels;

    private final ChannelId id = new ChannelId("proof-" + channels++);
    private final WindowId window = new WindowId(id, HOUR);

    private static ImpressionQualified impression(ChannelId channel, int number) {
        return History.qualified(channel, new VideoId("v"), "i-" + number, HOUR.plusSeconds(number), 1_000, 5_000);
    }

    private void open(int impressions) {
        List<LedgerEvent> events = new ArrayList<>();
        events.add(new ImpressionWindowOpened(window, 5_000, 1, null));
        for (int i = 0; i < impressions; i++) {
            events.add(impression(id, i));
        }
        events.add(new ImpressionNotQualified(
                window, "short", new VideoId("v"), null, "ad-1", "PRE_ROLL", HOUR, 3_999, Money.rialMicros(1)));
        publish(events);
    }

    private long seal(int impressions, int rooted) {
        List<byte[]> leaves = new ArrayList<>();
        List<ImpressionQualified> sorted = new ArrayList<>();
        for (int i = 0; i < rooted; i++) {
            sorted.add(impression(id, i));
        }
        sorted.sort(Comparator.comparing(ImpressionQualified::impressionId));
        sorted.forEach(one -> leaves.add(ImpressionDigest.of(one.impression()).bytes()));
        Money none = Money.rialMicros(0);
        return publish(new ImpressionWindowSealed(
                window, impressions, 1, none, none, none, 5_000, 1, MerkleTree.root(leaves)));
    }

    private String path(String impressionId) {
        return "/v1/audit/impressions/proof?channel=" + id.value() + "&hour=" + HOUR + "&impressionId=" + impressionId;
    }

    private static String code(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body().replaceAll(".*\"code\":\"([A-Z_]+)\".*", "$1");
    }

    @Test
    void leadsFromEveryImpressionToTheRoot() throws Exception {
        int size = 11;
        open(size);
        long sealed = seal(size, size);
        for (int i = 0; i < size; i++) {
            JsonNode proof = read(path("i-" + i));
            assertThat(proof.get("sequence").asLong()).isEqualTo(sealed);
            assertThat(proof.get("treeSize").asInt()).isEqualTo(size);
            assertThat(proof.get("windowId").asString()).isEqualTo(window.value());
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] hash = HexFormat.of().parseHex(proof.get("leafHash").asString());
            assertThat(hash)
                    .isEqualTo(
                            ImpressionDigest.of(impression(id, i).impression()).bytes());
            for (JsonNode step : proof.get("path").values()) {
                byte[] sibling = HexFormat.of().parseHex(step.get("hash").asString());
                boolean left = step.get("side").asString().equals("LEFT");
                sha256.update((byte) 1);
                sha256.update(left ? sibling : hash);
                hash = sha256.digest(left ? hash : sibling);
            }
            assertThat(HexFormat.of().formatHex(hash))
                    .isEqualTo(proof.get("root").asString());
        }
        assertThat(read("/v1/audit/events?type=ImpressionWindowSealed&aggregate=" + window.value())
                        .at("/items/0/payload/merkleRoot"))
                .isEqualTo(read(path("i-3")).get("root"));
    }

    @Test
    void isGivenForEveryIdThatABatchTakes() {
        String odd = " an id & =?#%+/~\"\\ ";
        ImpressionQualified impression = History.qualified(id, new VideoId("v"), odd, HOUR, 1_000, 5_000);
        publish(new ImpressionWindowOpened(window, 5_000, 1, null), impression);
        byte[] leaf = ImpressionDigest.of(impression.impression()).bytes();
        Money none = Money.rialMicros(0);
        publish(new ImpressionWindowSealed(window, 1, 0, none, none, none, 5_000, 1, MerkleTree.root(List.of(leaf))));
        String asked = URLEncoder.encode(odd, StandardCharsets.UTF_8);
        assertThat(read(path(asked)).get("leafHash").asString())
                .isEqualTo(HexFormat.of().formatHex(leaf));
    }

    @Test
    void isThereOnceTheWindowIsSealed() {
        assertThat(code(get(path("i-0")))).isEqualTo("404 NOT_FOUND");
        open(2);
        assertThat(code(get(path("i-0")))).isEqualTo("409 WINDOW_OPEN");
        seal(2, 2);
        assertThat(get(path("i-0").replace(":00:00Z", "")).statusCode()).isEqualTo(200);
        assertThat(code(get(path("i-2")))).isEqualTo("404 NOT_FOUND");
        assertThat(code(get(path("short")))).isEqualTo("404 NOT_FOUND");
    }

    @Test
    void isNotGivenWhereTheImpressionsAreOthersThanTheSealedOnes() {
        open(3);
        seal(3, 2);
        assertThat(code(get(path("i-0")))).isEqualTo("503 CHAIN_BROKEN");
    }

    @Test
    void refusesWhatIsMalformed() {
        for (String query : List.of(
                "channel=a%20b&hour=2026-01-20T05:00:00Z&impressionId=i",
                "channel=a&hour=2026-01-20T05:00:01Z&impressionId=i",
                "channel=a&hour=soon&impressionId=i",
                "channel=a&hour=2026-01-20T05:00:00Z&impressionId=a%09b",
                "channel=a&hour=2026-01-20T05:00:00Z",
                "hour=2026-01-20T05:00:00Z&impressionId=i")) {
            assertThat(code(get("/v1/audit/impressions/proof?" + query)))
                    .as(query)
                    .isEqualTo("400 INVALID_FIELD");
        }
        assertThat(statusFor("operator", path("i-0"))).isEqualTo(403);
    }
}
