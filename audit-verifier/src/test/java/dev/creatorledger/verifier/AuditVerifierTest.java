package dev.creatorledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.verifier.TestExport.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line: what it says, and what it ends with. */
class AuditVerifierTest {

    @TempDir
    private Path folder;

    private final TestExport service = new TestExport();
    private final List<Event> events = TestExport.history(5, 60);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws IOException {
        Files.write(folder.resolve("export.jsonl"), TestExport.bytes(events));
        Files.writeString(folder.resolve("checkpoint.json"), service.checkpoint(events.get(49)));
        Files.writeString(folder.resolve("key.pem"), service.pem());
    }

    private int verify(String... arguments) {
        List<String> words = Arrays.stream(arguments)
                .map(word -> word.contains(".") ? folder.resolve(word).toString() : word)
                .toList();
        return AuditVerifier.run(
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private int verify() {
        return verify("export.jsonl", "checkpoint.json", "--key", "key.pem");
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void endsWith0IfEverythingHolds() {
        assertThat(verify()).as(said()).isZero();
        assertThat(said())
                .contains(
                        "60 events in",
                        "the last 10 of them come after the checkpoint",
                        "everything holds",
                        "IRR",
                        "USD")
                .containsPattern("difference +0\n");
    }

    @Test
    void endsWith1IfAnEventWasChanged() throws IOException {
        List<Event> edited = new ArrayList<>(events);
        edited.set(4, edited.get(4).withPayload("{}"));
        Files.write(folder.resolve("export.jsonl"), TestExport.bytes(edited));
        assertThat(verify()).isEqualTo(1);
        assertThat(said()).contains("CHANGED", "event 5", events.get(4).eventId());
    }

    @Test
    void believesNoCheckpointOfAnotherKey() throws IOException {
        Files.writeString(folder.resolve("checkpoint.json"), new TestExport().checkpoint(events.get(49)));
        assertThat(verify()).isEqualTo(1);
        assertThat(said()).contains("SIGNATURE", "another key");
    }

    @Test
    void believesNoCheckpointThatWasChanged() throws IOException {
        String checkpoint = service.checkpoint(events.get(49));
        for (String changed : List.of(
                checkpoint.replace("\"sequence\":50", "\"sequence\":49"),
                checkpoint.replace("\"count\":50", "\"count\":49"),
                checkpoint.replace("2026-01-16", "2026-01-17"),
                checkpoint.replace(events.get(49).hash(), events.get(48).hash()),
                checkpoint.replace("\"signature\":\"", "\"signature\":\"AAAA"))) {
            Files.writeString(folder.resolve("checkpoint.json"), changed);
            assertThat(verify()).as(changed).isEqualTo(1);
        }
        assertThat(said()).contains("SIGNATURE").doesNotContain("everything holds");
    }

    @Test
    void believesNoCheckpointThatCountsOtherEventsThanItCovers() throws IOException {
        Files.writeString(
                folder.resolve("checkpoint.json"),
                service.checkpoint(50, events.get(49).hash(), 49));
        assertThat(verify()).isEqualTo(1);
        assertThat(said()).contains("counts 49 events");
    }

    @Test
    void endsWith2IfItIsAskedWrongly() throws IOException {
        assertThat(verify("export.jsonl")).isEqualTo(2);
        assertThat(verify("export.jsonl", "checkpoint.json")).isEqualTo(2);
        assertThat(verify("export.jsonl", "checkpoint.json", "--key")).isEqualTo(2);
        assertThat(verify("export.jsonl", "checkpoint.json", "--key", "key.pem", "more.x"))
                .isEqualTo(2);
        assertThat(verify("export.jsonl", "checkpoint.json", "--what", "key.pem"))
                .isEqualTo(2);
        assertThat(verify("none.jsonl", "checkpoint.json", "--key", "key.pem")).isEqualTo(2);
        assertThat(verify("export.jsonl", "export.jsonl", "--key", "key.pem")).isEqualTo(2);
        assertThat(verify("export.jsonl", "checkpoint.json", "--key", "checkpoint.json"))
                .isEqualTo(2);
        Files.writeString(folder.resolve("list.json"), "{\"items\":[" + service.checkpoint(events.get(49)) + "]}");
        assertThat(verify("export.jsonl", "list.json", "--key", "key.pem")).isEqualTo(2);
        assertThat(said()).contains("usage: verify", "give one of its items");
        assertThat(verify("--help")).isZero();
    }

    @Test
    void comparesWithATrialBalanceThatTheServiceHasTold() throws IOException {
        List<Event> one = TestExport.chained(
                List.of(new Event(
                        0,
                        "",
                        "",
                        "e",
                        "PayoutHeld",
                        "1",
                        "Channel",
                        "channel:c",
                        0,
                        events.get(0).recordedAt(),
                        "{\"channelId\":\"c\",\"amount\":{\"micros\":1500000,\"currency\":\"IRR\"}}",
                        "{}")),
                0);
        Files.write(folder.resolve("export.jsonl"), TestExport.bytes(one));
        Files.writeString(folder.resolve("checkpoint.json"), service.checkpoint(one.get(0)));
        String told =
                """
                {"position":"%s","currencies":[{"currency":"IRR","debits":{"amount":"1.5","currency":"IRR"},
                 "credits":{"amount":"1.5","currency":"IRR"},"difference":{"amount":"0","currency":"IRR"}}],
                 "accounts":[
                 {"account":"liabilities:creators:c:held","currency":"IRR","balance":{"amount":"-1.5","currency":"IRR"}},
                 {"account":"liabilities:creators:c:payable","currency":"IRR","balance":{"amount":"%s","currency":"IRR"}}]}
                """;
        String[] arguments = {"export.jsonl", "checkpoint.json", "--key", "key.pem", "--trial-balance", "told.json"};
        Files.writeString(folder.resolve("told.json"), told.formatted("1", "1.5"));
        assertThat(verify(arguments)).as(said()).isZero();
        Files.writeString(folder.resolve("told.json"), told.formatted("1", "1.500001"));
        assertThat(verify(arguments)).isEqualTo(1);
        assertThat(said()).contains("DIFFERENT: IRR liabilities:creators:c:payable is 1.5 by the events");
        Files.writeString(folder.resolve("told.json"), told.formatted("2", "1.5"));
        assertThat(verify(arguments)).isEqualTo(1);
        Files.writeString(folder.resolve("told.json"), "{}");
        assertThat(verify(arguments)).isEqualTo(2);
    }
}
