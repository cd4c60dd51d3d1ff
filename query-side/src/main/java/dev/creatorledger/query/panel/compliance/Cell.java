package dev.creatorledger.query.panel.compliance;

import dev.creatorledger.platform.web.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One field of a list: a page tells it in its language, a file writes it for machines.
 *
 * @param kind how a page tells it
 * @param raw what a file writes: codes, UTC, amounts with a point
 * @param value what a page tells: by its kind an address, an amount, a time, a number, or the keys of messages
 */
record Cell(Kind kind, String raw, @Nullable Object value) {

    /** What spreadsheets take for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    enum Kind {
        TEXT,
        LINK,
        MONEY,
        TIME,
        NUMBER,
        WORDS,
        NONE
    }

    static Cell none() {
        return new Cell(Kind.NONE, "", null);
    }

    static Cell text(String text) {
        return text.isEmpty() ? none() : new Cell(Kind.TEXT, text, text);
    }

    static Cell link(String text, String address) {
        return new Cell(Kind.LINK, text, address);
    }

    static Cell channel(String channelId) {
        return link(channelId, "/panel/channels/" + channelId);
    }

    static Cell money(MoneyJson money) {
        return new Cell(Kind.MONEY, money.amount(), money);
    }

    static Cell time(@Nullable Instant time) {
        return time == null ? none() : new Cell(Kind.TIME, time.toString(), time);
    }

    static Cell number(@Nullable Number number) {
        return number == null ? none() : new Cell(Kind.NUMBER, number.toString(), number.longValue());
    }

    /** Words of the rules, of which the messages begin alike. */
    static Cell words(String prefix, List<? extends Enum<?>> words) {
        return new Cell(
                Kind.WORDS,
                words.stream().map(Enum::name).collect(Collectors.joining(" ")),
                words.stream().map(word -> prefix + word.name()).toList());
    }

    static Cell word(String prefix, Enum<?> word) {
        return words(prefix, List.of(word));
    }

    /** The field of a file: text that a spreadsheet would run as a formula stands behind an apostrophe. */
    String field() {
        boolean free = kind == Kind.TEXT || kind == Kind.LINK;
        return free && !raw.isEmpty() && FORMULA.indexOf(raw.charAt(0)) >= 0 ? '\'' + raw : raw;
    }
}
