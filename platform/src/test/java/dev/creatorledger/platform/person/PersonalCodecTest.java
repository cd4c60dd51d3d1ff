package dev.creatorledger.platform.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.events.person.PersonalField;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

class PersonalCodecTest {

    private static final PersonId SARA = new PersonId("owner:ch-1");
    private static final PersonId SIMIN = new PersonId("owner:ch-2");
    private static final String NAME = "سارا کریمی";

    private final KeysInMemory keys = new KeysInMemory();
    private final PersonalCodec codec = new PersonalCodec(keys);

    /** An entry without a key is of somebody who was erased. */
    private static final class KeysInMemory implements PersonKeys {

        private final Map<PersonId, Optional<PersonKey>> keys = new ConcurrentHashMap<>();
        private boolean away;

        @Override
        public Optional<PersonKey> keyFor(PersonId person) {
            return keys.computeIfAbsent(person, missing -> Optional.of(PersonKey.random()));
        }

        @Override
        public Optional<PersonKey> find(PersonId person) {
            if (away) {
                throw new DataAccessResourceFailureException("the store is away, as the test wants it");
            }
            return keys.getOrDefault(person, Optional.empty());
        }

        @Override
        public boolean knows(PersonId person) {
            return keys.containsKey(person);
        }

        @Override
        public void destroy(Set<PersonId> persons) {
            persons.forEach(person -> keys.put(person, Optional.empty()));
        }

        void give(PersonId person, PersonKey key) {
            keys.put(person, Optional.of(key));
        }
    }

    private Personal sealed(String text) {
        return codec.seal(SARA, PersonalField.NAME, text);
    }

    @Nested
    @DisplayName("U7 What is sealed")
    class Sealing {

        @Test
        void showsNothingOfTheText() {
            byte[] box = Base64.getUrlDecoder().decode(sealed(NAME).sealed().substring(2));
            assertThat(new String(box, StandardCharsets.UTF_8)).doesNotContain("سارا", "کریمی");
        }

        @Test
        void differsForAnotherPersonAnotherFieldAndAnotherKey() {
            Personal sara = sealed(NAME);
            assertThat(codec.seal(SIMIN, PersonalField.NAME, NAME).sealed()).isNotEqualTo(sara.sealed());
            assertThat(codec.seal(SARA, PersonalField.HOLDER, NAME).sealed()).isNotEqualTo(sara.sealed());
            keys.give(SARA, PersonKey.random());
            assertThat(sealed(NAME)).isNotEqualTo(sara);
        }
    }

    @Nested
    @DisplayName("U7 Nothing is opened")
    class NotOpening {

        @Test
        void whoseTextWasTouchedAnywhere() {
            PersonKey key = PersonKey.random();
            byte[] box = Base64.getUrlDecoder()
                    .decode(key.seal(SARA, PersonalField.NAME, NAME).substring(2));
            for (int place = 0; place < box.length; place++) {
                byte[] touched = box.clone();
                touched[place] ^= 1;
                String text = "1." + Base64.getUrlEncoder().withoutPadding().encodeToString(touched);
                assertThat(key.open(new Personal(SARA, text), PersonalField.NAME))
                        .as("byte %s", place)
                        .isEmpty();
            }
        }

        @Test
        void thatWasCutShort() {
            PersonKey key = PersonKey.random();
            String whole = key.seal(SARA, PersonalField.NAME, NAME);
            for (int length = whole.length() - 1; length > 40; length--) {
                Personal cut = new Personal(SARA, whole.substring(0, length));
                assertThat(key.open(cut, PersonalField.NAME))
                        .as("%s characters", length)
                        .isEmpty();
            }
        }

        @Test
        void asAnotherField() {
            assertThat(codec.open(sealed(NAME), PersonalField.HOLDER)).isEmpty();
        }

        @Test
        void asAnotherPersonsEvenUnderTheSameKey() {
            PersonKey both = PersonKey.random();
            keys.give(SARA, both);
            keys.give(SIMIN, both);
            Personal moved = new Personal(SIMIN, sealed(NAME).sealed());
            assertThat(codec.open(moved, PersonalField.NAME)).isEmpty();
        }

        @Test
        void withAnotherKey() {
            Personal sara = sealed(NAME);
            keys.give(SARA, PersonKey.random());
            assertThat(codec.open(sara, PersonalField.NAME)).isEmpty();
        }
    }

    @Nested
    @DisplayName("U7 Of who was erased")
    class Erased {

        @Test
        void nothingIsOpenedAndTheAnswerSaysSo() {
            Personal sara = sealed(NAME);
            assertThat(codec.shown(sara, PersonalField.NAME)).hasValue(NAME);
            keys.destroy(Set.of(SARA));
            assertThat(codec.open(sara, PersonalField.NAME)).isEmpty();
            assertThat(codec.shown(sara, PersonalField.NAME)).hasValue("erased");
        }

        @Test
        void nothingIsSaidWhileTheKeysCannotBeAsked() {
            Personal sara = sealed(NAME);
            keys.away = true;
            assertThat(codec.shown(sara, PersonalField.NAME))
                    .as("neither the name nor erased")
                    .isEmpty();
            assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> codec.open(sara, PersonalField.NAME));
        }

        @Test
        void nothingMoreIsSealed() {
            keys.destroy(Set.of(SARA));
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> sealed(NAME))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.PERSON_ERASED))
                    .withMessageNotContaining(NAME);
        }
    }
}
