package dev.creatorledger.events.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.creatorledger.events.channel.ChannelId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalTest {

    private static final PersonId SARA = new PersonId("owner:ch-1");
    private static final String SEALED = "1." + "Ab9-_".repeat(8);

    @Nested
    @DisplayName("U7 A person")
    class Persons {

        @Test
        void isTheOwnerOfAChannel() {
            assertThat(PersonId.owner(new ChannelId("ch-1"))).isEqualTo(SARA);
            assertThat(SARA.ownedChannel()).hasValue(new ChannelId("ch-1"));
        }

        @Test
        void isAMemberWhoOwnsNothing() {
            assertThat(new PersonId("member:m-1").ownedChannel()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "ch-1", "owner", "owner:", "owner:a b", "Owner:ch-1", "channel:ch-1", "member:a:b"})
        void isOfOneOfTheTwoKinds(String value) {
            assertThatIllegalArgumentException().isThrownBy(() -> new PersonId(value));
        }
    }

    @Nested
    @DisplayName("U7 Personal data")
    class Data {

        @Test
        void showNothingOfThemselves() {
            assertThat(new Personal(SARA, SEALED)).hasToString("Personal[owner:ch-1]");
        }

        @Test
        void areEqualByPersonAndSealedText() {
            assertThat(new Personal(SARA, SEALED))
                    .isEqualTo(new Personal(SARA, SEALED))
                    .isNotEqualTo(new Personal(SARA, SEALED + "A"))
                    .isNotEqualTo(new Personal(new PersonId("owner:ch-2"), SEALED));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "Sara Karimi",
                    "1.Sara",
                    "A name of more than forty characters, in clear text",
                    "1.A name of more than forty characters, in clear text",
                    "2.AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGh",
                    "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIj"
                })
        void areNeverATextThatWasNotSealed(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Personal(SARA, text))
                    .withMessage("not a sealed text of owner:ch-1");
        }
    }
}
