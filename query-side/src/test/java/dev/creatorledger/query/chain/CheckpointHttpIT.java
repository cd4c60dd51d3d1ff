package dev.creatorledger.query.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.query.MoneyHistory;
import dev.creatorledger.query.QueryHttp;
import dev.creatorledger.verifier.AuditVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** U3 over HTTP: checkpoints, hashes, and exports that the verifier is content with. */
class CheckpointHttpIT extends QueryHttp {

    private static final String CHECKPOINTS = "/v1/audit/checkpoints";
    private static int channels;

    @TempDir
    private Path folder;

    private final ChannelId id = new ChannelId("chain-http-" + channels++);
    private long last;

    @BeforeEach
    void happen() {
        publish(new ChannelRegistered(id, owner(id, "Sara"), "Cooking", "IR", Money.IRR, false));
        last = publish(new FollowersReported(id, 7), new FollowersReported(id, 8));
    }

    private JsonNode made() {
        HttpResponse<String> answer = post("auditor", CHECKPOINTS);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body());
    }

    private String verify(int expected, String export, String checkpoint, String... more) throws IOException {
        Files.writeString(folder.resolve("export"), export);
        Files.writeString(folder.resolve("checkpoint"), checkpoint);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(List.of(
                folder.resolve("export").toString(),
                folder.resolve("checkpoint").toString(),
                "--key",
                publicKey().toString()));
        arguments.addAll(List.of(more));
        assertThat(AuditVerifier.run(arguments, print, print))
                .as(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(expected);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void coversEveryEventThatWasAcknowledgedBeforeIt() {
        JsonNode made = made();
        assertThat(made.get("sequence").asLong()).isEqualTo(last);
        assertThat(made.get("count").asLong()).isEqualTo(last);
        assertThat(made.get("id").asString()).isEqualTo(Long.toString(last));
        assertThat(made.get("position").asString()).isEqualTo(Long.toString(last));
        assertThat(made.get("algorithm").asString()).isEqualTo("Ed25519");
        JsonNode event =
                read("/v1/audit/events?limit=500&aggregate=" + id.value()).at("/items/2");
        assertThat(event.get("hash")).isEqualTo(made.get("hash"));
    }

    @Test
    void isTheSameWhereNothingIsNew() {
        String first = made().toString();
        HttpResponse<String> again = post("admin", CHECKPOINTS);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(again.body()).toString()).isEqualTo(first);
    }

    @Test
    void areListedNewestFirstInPages() {
        long first = made().get("sequence").asLong();
        publish(new FollowersReported(id, 9));
        long second = made().get("sequence").asLong();
        JsonNode page = read(CHECKPOINTS + "?limit=1");
        assertThat(page.at("/items/0/sequence").asLong()).isEqualTo(second);
        JsonNode next = read(CHECKPOINTS + "?limit=1&cursor=" + page.get("next").asString());
        assertThat(next.at("/items/0/sequence").asLong()).isEqualTo(first);
    }

    @Test
    void areForAuditorsAndAdminsAlone() {
        assertThat(post("operator", CHECKPOINTS).statusCode()).isEqualTo(403);
        assertThat(post("compliance", CHECKPOINTS).statusCode()).isEqualTo(403);
        assertThat(statusFor("operator", CHECKPOINTS)).isEqualTo(403);
        assertThat(get(CHECKPOINTS + "?limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    void everyEventShowsItsHashAndThatOfTheOneBefore() {
        JsonNode items = read("/v1/audit/events?aggregate=" + id.value()).get("items");
        assertThat(items.size()).isEqualTo(3);
        assertThat(items.at("/2/previousHash")).isEqualTo(items.at("/1/hash"));
        assertThat(items.at("/1/hash").asString()).matches("[0-9a-f]{64}");
        assertThat(items.at("/0/stream").asString()).isEqualTo("channel:" + id.value());
        JsonNode first = read("/v1/audit/events?limit=1").at("/items/0");
        assertThat(first.get("previousHash").asString()).isEqualTo("0".repeat(64));
    }

    @Test
    void theVerifierIsContentWithAnExportAndItsCheckpoint() throws IOException {
        publish(MoneyHistory.of(11, 4, 3_000));
        JsonNode made = made();
        publish(new FollowersReported(id, 9));
        HttpResponse<String> export = get("/v1/audit/export?format=jsonl");
        assertThat(export.statusCode()).isEqualTo(200);
        HttpResponse<String> trial = get("/v1/audit/trial-balance?atLeast=" + (last + 1));
        Files.writeString(folder.resolve("trial"), trial.body());
        String listed = read(CHECKPOINTS + "?limit=1").at("/items/0").toString();
        String told = verify(
                0,
                export.body(),
                listed,
                "--trial-balance",
                folder.resolve("trial").toString());
        assertThat(told).contains("everything holds", "not covered by it", "liabilities:creators:ch-1:payable");
        verify(0, export.body(), made.toString());
    }

    @Test
    void aPartOfTheEventsProvesNothing() throws IOException {
        String made = made().toString();
        String part = get("/v1/audit/export?format=jsonl&channel=" + id.value()).body();
        assertThat(part.lines()).hasSize(3).allMatch(line -> line.contains("\"stream\":\"channel:" + id.value() + '"'));
        assertThat(get("/v1/audit/export?format=jsonl&from=2999-01-01T00:00:00Z")
                        .body())
                .isEmpty();
        if (last > 3) {
            assertThat(verify(1, part, made)).contains("the verifier needs the whole");
        }
    }
}
