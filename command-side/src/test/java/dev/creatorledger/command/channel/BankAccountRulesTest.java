package dev.creatorledger.command.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.command.channel.BankAccountRules.AnAccountBelongsToTheOwner;
import dev.creatorledger.command.channel.BankAccountRules.AnIbanIsValid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("P2 Bank accounts")
class BankAccountRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IR580540105180021273113007",
                "DE89370400440532013000",
                "GB29NWBK60161331926819",
                "FR1420041010050500013M02606"
            })
    void withTheirCountrysFormAndTheRightCheckDigitsAreTaken(String iban) {
        assertThat(new AnIbanIsValid(iban).holds()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IR590540105180021273113007", // another check digit
                "IR580540105180021273113070", // two digits swapped
                "IR58054010518002127311300", // a digit short
                "DE8937040044053201300",
                "ZZ580540105180021273113007",
                "IR58054010518002127311300A",
                "IR",
                "",
                "580540105180021273113007"
            })
    void ofAnyOtherFormAreNot(String iban) {
        assertThat(new AnIbanIsValid(iban).holds()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Sara Ahmadi, sara ahmadi",
        "Sara Ahmadi, SARA  AHMADI",
        "علي كاظمي, علی کاظمی",
        "علی‌رضا, علی رضا",
        "José, Jose",
        "فاطمة, فاطمه",
        "آرش, ارش",
        "محمّد, محمد"
    })
    void belongToTheOwnerHoweverTheNameIsTyped(String holder, String owner) {
        assertThat(new AnAccountBelongsToTheOwner(holder, owner).holds()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Sara Ahmadi, Sara Karimi", "Sara, Sara Ahmadi", "علی, ولی"})
    void ofSomebodyElseAreNot(String holder, String owner) {
        assertThat(new AnAccountBelongsToTheOwner(holder, owner).holds()).isFalse();
    }
}
