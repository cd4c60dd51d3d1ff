package dev.creatorledger.platform.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.creatorledger.events.person.PersonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {

    private static final PersonId SARA = new PersonId("owner:ch-1");

    @TempDir
    private Path folder;

    private static MasterKey ofByte(int value) {
        byte[] bytes = new byte[32];
        bytes[31] = (byte) value;
        return MasterKey.parse(Base64.getEncoder().encodeToString(bytes), "the test");
    }

    @Test
    void isMadeOnceInAFileOfItsOwnersAlone() throws IOException {
        Path file = folder.resolve("keys/master.key");
        MasterKey.make(file);
        String made = Files.readString(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        MasterKey.make(file);
        assertThat(file).hasContent(made.strip());
        assertThat(MasterKey.in(file).id())
                .isEqualTo(MasterKey.parse(made, "text").id());
    }

    @Test
    void isToldFromOthersByItsIdWithoutShowingItself() {
        assertThat(ofByte(1).id())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(ofByte(2).id());
        assertThat(ofByte(1)).hasToString("MasterKey " + ofByte(1).id());
    }

    @Test
    void unwrapsWhatItWrappedForThatPersonAlone() {
        byte[] key = PersonKey.newBytes();
        byte[] wrapped = ofByte(1).wrap(SARA, key);
        assertThat(ofByte(1).unwrap(SARA, wrapped))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(key));
        assertThat(ofByte(1).unwrap(new PersonId("owner:ch-2"), wrapped)).isEmpty();
        assertThat(ofByte(2).unwrap(SARA, wrapped)).isEmpty();
        assertThat(ofByte(1).wrap(SARA, key)).as("the nonce is new each time").isNotEqualTo(wrapped);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void isRefusedInClearWordsWithoutRepeatingIt(String text) {
        // 43 characters without padding are 32 bytes too: the only one of these that is a key
        if (text.length() == 43) {
            assertThat(MasterKey.parse(text, "LEDGER_MASTER_KEY").id())
                    .isEqualTo(ofByte(0).id());
            return;
        }
        assertThatExceptionOfType(MasterKeyException.class)
                .isThrownBy(() -> MasterKey.parse(text, "LEDGER_MASTER_KEY"))
                .withMessage("The master key in LEDGER_MASTER_KEY must be the base64 of 32 bytes");
    }

    @Test
    void isMissedByTheNameOfItsFile() {
        Path file = folder.resolve("nowhere.key");
        assertThatExceptionOfType(MasterKeyException.class)
                .isThrownBy(() -> MasterKey.in(file))
                .withMessageContaining(file.toString());
    }
}
