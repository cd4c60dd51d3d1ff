package dev.creatorledger.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class AxonServerCheckTest {

    private final MockEnvironment settings = new MockEnvironment();
    private final AxonServerCheck check = AxonServerCheck.ifNamed();

    @TempDir
    private Path folder;

    @Test
    void hasNothingToSayWhereNoServerIsNamed() {
        assertThat(check.missing(settings)).isEmpty();
    }

    @Test
    void missesTheServerWhereItIsDemanded() {
        assertThat(AxonServerCheck.demanded().missing(settings))
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("ledger.axonserver.servers (LEDGER_AXONSERVER_SERVERS) is not set");
    }

    @Test
    void findsNothingWrongWithAServerThatIsNamed() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "secret\n");
        settings.withProperty("ledger.axonserver.servers", "one:8124,two:8124")
                .withProperty("ledger.axonserver.token-file", token.toString());
        assertThat(check.missing(settings)).isEmpty();
        assertThat(AxonServerCheck.demanded().missing(settings)).isEmpty();
        assertThat(Settings.of(settings, AxonServerSettings.class).secret()).isEqualTo("secret");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        settings.withProperty("ledger.axonserver.servers", "one")
                .withProperty("ledger.axonserver.token-file", "/nowhere/token")
                .withProperty("ledger.axonserver.certificate-file", "/nowhere/certificate");
        assertThat(check.missing(settings))
                .containsExactly(
                        "ledger.axonserver.servers must be like host:8124,other:8124",
                        "ledger.axonserver.token-file names /nowhere/token, which cannot be read",
                        "ledger.axonserver.certificate-file names /nowhere/certificate, which cannot be read");
    }
}
