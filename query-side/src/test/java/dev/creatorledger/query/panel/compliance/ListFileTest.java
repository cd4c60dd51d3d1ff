package dev.creatorledger.query.panel.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.platform.web.MoneyJson;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of lists are RFC 4180, have their page's columns, and run nothing in a spreadsheet. */
class ListFileTest {

    private static final List<Column<String>> COLUMNS = List.of(
            Column.of("title", Cell::text), Column.money("amount", text -> Cell.money(new MoneyJson("-1.5", "IRR"))));

    private static String line(Cell... cells) {
        return ListFile.line(COLUMNS, List.of(cells));
    }

    @Test
    void quotesWhatHasACommaAQuoteOrALine() {
        assertThat(line(Cell.text("a, \"b\"\nc"))).isEqualTo("\"a, \"\"b\"\"\nc\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
    void putsWhatCouldBeAFormulaBehindAnApostrophe(String text) {
        assertThat(line(Cell.text(text))).isEqualTo("'" + text + "\r\n");
        assertThat(line(Cell.link(text, "/"))).isEqualTo("'" + text + "\r\n");
    }

    @Test
    void leavesFiguresAsTheyAre() {
        assertThat(line(Cell.none(), Cell.money(new MoneyJson("-1.5", "IRR")))).isEqualTo(",-1.5,IRR\r\n");
        assertThat(line(Cell.number(-3))).isEqualTo("-3\r\n");
        assertThat(line(Cell.time(Instant.EPOCH))).isEqualTo("1970-01-01T00:00:00Z\r\n");
    }

    @Test
    void namesTheColumnsOfThePageAndTheCurrencyOfEachAmount() {
        Listing<String> listing = new Listing<>("one", List.of(), COLUMNS, (wanted, page) -> {
            throw new AssertionError("nobody asks");
        });
        assertThat(ListFile.header(listing)).isEqualTo("title,amount,amountCurrency\r\n");
    }
}
