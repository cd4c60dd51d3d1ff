package dev.creatorledger.platform.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.events.person.PersonalField;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** U7: whatever the text is, it comes back, and equal texts alone are equal when sealed. */
class SealingPropertiesTest {

    private static final PersonId SARA = new PersonId("owner:ch-1");

    private final PersonKey key = PersonKey.random();

    private Personal sealed(PersonalField field, String text) {
        return new Personal(SARA, key.seal(SARA, field, text));
    }

    @Property
    void whatIsSealedIsOpenedAsItWas(@ForAll("texts") String text, @ForAll PersonalField field) {
        assertThat(key.open(sealed(field, text), field)).hasValue(text);
    }

    @Property
    void equalTextsAloneAreEqualWhenSealed(@ForAll("texts") String one, @ForAll("texts") String other) {
        assertThat(sealed(PersonalField.NAME, one).equals(sealed(PersonalField.NAME, other)))
                .isEqualTo(one.equals(other));
    }

    @Property
    void nothingIsOpenedAsAnotherField(
            @ForAll("texts") String text, @ForAll PersonalField field, @ForAll PersonalField other) {
        assertThat(key.open(sealed(field, text), other).isPresent()).isEqualTo(field == other);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .alpha()
                        .withCharRange('آ', 'ی')
                        .ofMinLength(1)
                        .ofMaxLength(200),
                Arbitraries.of("IR820540102680020817909002", "Zoë", "𝒮ara", " "));
    }
}
