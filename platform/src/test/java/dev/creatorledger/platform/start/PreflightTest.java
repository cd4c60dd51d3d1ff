package dev.creatorledger.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creatorledger.platform.person.MasterKey;
import dev.creatorledger.platform.security.EmbeddedIssuer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

/** What is missing is told at once; what may still come is waited for. */
class PreflightTest {

    @TempDir
    private Path folder;

    private final MockEnvironment environment = new MockEnvironment();
    private final AtomicInteger looks = new AtomicInteger();

    /** A store that answers at a look. */
    private StartCheck answeringAt(int look) {
        return new StartCheck() {
            @Override
            public List<String> missing(Environment asked) {
                return List.of();
            }

            @Override
            public List<String> wrong(Environment asked) {
                return looks.incrementAndGet() >= look ? List.of() : List.of("it does not answer");
            }
        };
    }

    private static StartCheck without(String setting) {
        return asked -> List.of(setting + " is not set");
    }

    @Test
    void everythingThatIsMissingIsToldBeforeAnybodyIsAsked() {
        Preflight preflight = new Preflight(List.of(without("one"), answeringAt(1), without("other")));
        assertThatThrownBy(() -> preflight.look(environment))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.reasons())
                        .containsExactly("one is not set", "other is not set"));
        assertThat(looks).hasValue(0);
    }

    @Test
    void aStoreThatDoesNotAnswerIsRefusedAtOnceOrWaitedFor() {
        assertThatThrownBy(() -> new Preflight(List.of(answeringAt(2))).look(environment))
                .isInstanceOf(StartRefused.class)
                .hasMessage("it does not answer");
        environment.setProperty("ledger.start.patience", "20s");
        new Preflight(List.of(answeringAt(3))).look(environment);
        assertThat(looks).hasValue(3);
    }

    @Test
    void theMasterKeyAndTheIssuerAreLookedFor() throws IOException {
        SecretsCheck check = new SecretsCheck();
        assertThat(check.missing(environment))
                .hasSize(3)
                .anyMatch(line -> line.contains("LEDGER_MASTER_KEY"))
                .anyMatch(line -> line.contains("ledger.security.issuer-uri"))
                .anyMatch(line -> line.contains("ledger.security.audience"));
        Path key = folder.resolve("master.key");
        MasterKey.make(key);
        environment.setProperty("ledger.persons.master-key-file", key.toString());
        environment.setProperty(
                "ledger.security.keys", folder.resolve("nobodys").toString());
        assertThat(check.missing(environment)).singleElement().asString().contains("no data folder");
        assertThat(EmbeddedIssuer.of(folder.resolve("data"))).isNotNull();
        environment.setProperty("ledger.security.keys", folder.resolve("data").toString());
        assertThat(check.missing(environment)).isEmpty();
        environment.setProperty("ledger.security.issuer-uri", "https://issuer.example");
        assertThat(check.missing(environment)).singleElement().asString().contains("both set");
    }
}
