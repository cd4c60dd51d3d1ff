package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.Stage.impression;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** U7: a person's name is never stored in clear, is gone with the key, and every figure stays. */
class ErasureIT {

    private static final String ERASED = "زیبا قره‌باغی";
    private static final String KEPT = "Qobad Xerxesson";

    /** What all channels of a {@link Stage} begin with. */
    private static final String FIRST = "Sara Ahmadi";

    private static final List<String> FIGURES = List.of(
            "/v1/channels/ch/balance", "/v1/channels/ch/earnings", "/v1/channels/kept", "/v1/channels/ch/videos/top");

    @TempDir
    private Path data;

    @Test
    void takesTheNameAndLeavesTheFigures() throws IOException {
        Instant now = Instant.now();
        List<String> figures;
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = new Stage(ledger, now);
            prepare(stage);
            assertThat(ownerOf(stage, "ch")).isEqualTo(ERASED);
            assertThat(ownerOf(stage, "kept")).isEqualTo(KEPT);
            assertThatNoNameIsStored(ledger);
            figures = figures(stage);
            erase(ledger, stage);
            assertThatItIsErased(stage);
            assertThat(figures(stage)).isEqualTo(figures);
            assertThatNoNameIsStored(ledger);
            ledger.kill();
        }
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = new Stage(ledger, now);
            assertThatItIsErased(stage);
            assertThat(figures(stage)).as("from views that are rebuilt").isEqualTo(figures);
            assertThat(ownerOf(stage, "kept")).isEqualTo(KEPT);
            ledger.stop();
            assertThatNoNameIsStored(ledger);
        }
    }

    private static void prepare(Stage stage) {
        stage.enrolled("ch", 5_000);
        stage.channel("kept");
        for (String[] each : new String[][] {{"ch", ERASED}, {"kept", KEPT}}) {
            String path = "/v1/channels/" + each[0];
            Api.Answer changed = stage.operator.put(path, owned(each[1]));
            assertThat(changed.status()).isEqualTo(200);
            Api.Answer repeated = stage.operator.put(path, owned(each[1]));
            assertThat(repeated.at("/version")).as("a repeat is quiet").isEqualTo(changed.at("/version"));
        }
        assertThat(stage.book(impression("i-1", "ch-v", stage.hour(1), 4_000, "1000")))
                .containsEntry("i-1", "qualified");
    }

    private static String owned(String name) {
        return Stage.channelBody("آشپزی").replace(FIRST, name);
    }

    private static void erase(RunningLedger ledger, Stage stage) {
        Api admin = ledger.as("admin");
        String body = "{\"subject\":\"owner:ch\"}";
        assertThat(admin.post("/v1/admin/erasures", body).code()).isEqualTo("REASON_REQUIRED");
        assertThat(stage.operator.post("/v1/admin/erasures", body, "asked for").status())
                .isEqualTo(403);
        Api.Answer erased = admin.post("/v1/admin/erasures", body, "asked for");
        assertThat(erased.status()).as(erased.text()).isEqualTo(200);
        Api.Answer repeated = admin.post("/v1/admin/erasures", body, "asked for again");
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(repeated.at("/version")).isEqualTo(erased.at("/version"));
    }

    private static void assertThatItIsErased(Stage stage) {
        assertThat(ownerOf(stage, "ch")).isEqualTo("erased");
        Api.Answer again = stage.operator.put("/v1/channels/ch", owned(ERASED));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("PERSON_ERASED");
        String events = stage.settled("/v1/audit/events?aggregate=ch&limit=500").text();
        assertThat(events).contains("OwnerErased", "\"person\":\"owner:ch\"").doesNotContain(ERASED, FIRST);
    }

    private static String ownerOf(Stage stage, String channel) {
        return stage.settled("/v1/channels/" + channel).at("/owner/name");
    }

    private static List<String> figures(Stage stage) {
        return FIGURES.stream().map(path -> stage.settled(path).text()).toList();
    }

    /** In no file of the data folder, byte for byte, and in no line of what the process printed. */
    private void assertThatNoNameIsStored(RunningLedger ledger) throws IOException {
        assertThat(ledger.output())
                .noneMatch(line -> Stream.of(ERASED, KEPT, FIRST).anyMatch(line::contains));
        if (SharedStores.areNamed()) {
            return; // no file is where this test could look
        }
        assertThat(filesWith("owner:kept"))
                .as("what is stored in clear is found")
                .isNotEmpty();
        assertThat(filesWith("آشپزی")).as("in any script").isNotEmpty();
        assertThat(filesWith(ERASED, KEPT, FIRST)).isEmpty();
    }

    private List<Path> filesWith(String... texts) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // One character per byte, so that bytes are sought and not what they may mean.
                String content = new String(Files.readAllBytes(file), ISO_8859_1);
                if (Stream.of(texts).anyMatch(text -> content.contains(new String(text.getBytes(UTF_8), ISO_8859_1)))) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
