package dev.creatorledger.query.export;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.query.journal.Account;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Beancount's format, as {@code bean-check} takes it. */
final class BeancountText implements BooksText {

    private static final HexFormat HEX = HexFormat.of();

    /** Without a tolerance: else an entry could miss half a unit of its last digit, and nobody would be told. */
    @Override
    public String head(Selection selection) {
        return "; " + BooksText.inWords(selection)
                + "\noption \"title\" \"Creator Ledger\"\noption \"inferred_tolerance_multiplier\" \"0\"\n"
                + "plugin \"beancount.plugins.check_commodity\"\n\n";
    }

    @Override
    public String commodity(LocalDate day, String currency) {
        return day + " commodity " + currency + "\n\n";
    }

    @Override
    public String account(LocalDate day, Account account) {
        return day + " open " + name(account) + "\n\n";
    }

    @Override
    public String opening(LocalDate day, List<Line> balances) {
        StringBuilder text = new StringBuilder().append(day).append(" * \"OPENING\"\n");
        balances.forEach(line -> posting(text, line));
        return text.append('\n').toString();
    }

    @Override
    public String entry(ExportedEntry entry) {
        StringBuilder text = new StringBuilder()
                .append(entry.day())
                .append(" * \"")
                .append(entry.kind())
                .append("\" \"")
                .append(entry.reference())
                .append("\"\n");
        metadata(text, "entry", entry.entryId());
        metadata(text, "event", entry.eventId());
        text.append("  sequence: ").append(entry.sequence()).append('\n');
        metadata(text, "at", entry.at().toString());
        metadata(text, "type", entry.type());
        metadata(text, "kind", entry.kind());
        metadata(text, "reference", entry.reference());
        entry.lines().forEach(line -> posting(text, line));
        return text.append('\n').toString();
    }

    /** It is checked at the beginning of a day: the next one's. */
    @Override
    public String balances(LocalDate day, List<Line> balances) {
        StringBuilder text = new StringBuilder();
        balances.forEach(line -> text.append(day.plusDays(1))
                .append(" balance ")
                .append(name(line.account()))
                .append("  ")
                .append(line.amount().amount())
                .append(" ~ 0 ")
                .append(line.amount().currency())
                .append('\n'));
        return text.append('\n').toString();
    }

    private static void metadata(StringBuilder text, String key, String value) {
        text.append("  ").append(key).append(": \"").append(value).append("\"\n");
    }

    private static void posting(StringBuilder text, Line line) {
        text.append("  ")
                .append(name(line.account()))
                .append("  ")
                .append(line.amount().amount())
                .append(' ')
                .append(line.amount().currency())
                .append('\n');
    }

    /** The account's name in beancount, where each part begins with a capital letter. */
    static String name(Account account) {
        ChannelId channelId = account.channelId();
        return channelId == null
                ? capitalized(account.name())
                : "Liabilities:Creators:" + component(channelId) + ':'
                        + capitalized(account.kind().text());
    }

    private static String capitalized(String name) {
        return Arrays.stream(name.split(":", -1))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining(":"));
    }

    /** A channel's part: what beancount does not take is written as its byte, so that no two ids become one. */
    private static String component(ChannelId channelId) {
        StringBuilder component = new StringBuilder("C-");
        for (byte octet : channelId.value().getBytes(StandardCharsets.UTF_8)) {
            if ((octet >= '0' && octet <= '9') || (octet >= 'A' && octet <= 'Z') || (octet >= 'a' && octet <= 'z')) {
                component.append((char) octet);
            } else {
                component.append('-').append(HEX.toHexDigits(octet));
            }
        }
        return component.toString();
    }
}
