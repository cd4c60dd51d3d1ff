package dev.creatorledger.query.export;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180): a line per posting. */
public final class CsvText {

    private static final List<String> HEADER = List.of(
            "entryId", "sequence", "at", "eventId", "type", "kind", "reference", "account", "amount", "currency");

    /** What a field may not have without quotes. */
    private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");

    private CsvText() {}

    /** The first line. */
    static String header() {
        return line(HEADER.toArray(String[]::new));
    }

    /** The lines of an entry. */
    static String entry(ExportedEntry entry) {
        return entry.lines().stream()
                .map(line -> line(
                        entry.entryId(),
                        Long.toString(entry.sequence()),
                        entry.at().toString(),
                        entry.eventId(),
                        entry.type(),
                        entry.kind(),
                        entry.reference(),
                        line.account().name(),
                        line.amount().amount(),
                        line.amount().currency()))
                .collect(Collectors.joining());
    }

    /** One line of any fields. */
    public static String line(String... fields) {
        return Arrays.stream(fields).map(CsvText::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(String field) {
        return QUOTED.matcher(field).find() ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
