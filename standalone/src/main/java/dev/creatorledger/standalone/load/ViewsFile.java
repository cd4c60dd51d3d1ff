package dev.creatorledger.standalone.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV of cumulative views per video and day, read as a stream and checked line by line.
 *
 * @param path where it is
 */
record ViewsFile(Path path) {

    /** The columns that it must have, in any order. */
    static final List<String> COLUMNS =
            List.of("video_id", "date", "channel", "category_id", "published_at", "cumulative_views");

    private static final Pattern VIDEO_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /**
     * Gives every usable line to one consumer and every other one to another, in the order of the file.
     *
     * @throws LoadException if the file cannot be read or lacks a column
     */
    void read(Consumer<ViewsRow> rows, Consumer<BadRowException> bad) {
        try (CSVParser parser = CSVParser.parse(path, StandardCharsets.UTF_8, FORMAT)) {
            checkColumns(parser.getHeaderNames());
            for (CSVRecord line : parser) {
                try {
                    rows.accept(row(line, parser.getCurrentLineNumber()));
                } catch (BadRowException unusable) {
                    bad.accept(unusable);
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new LoadException("cannot read " + path + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /**
     * The SHA-256 of its bytes, in hex.
     *
     * @throws LoadException if the file cannot be read
     */
    String contentHash() {
        MessageDigest digest = Recipe.sha256();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(path), digest)) {
            bytes.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException unreadable) {
            throw new LoadException("cannot read " + path + ": " + unreadable.getMessage(), unreadable);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void checkColumns(List<String> header) {
        List<String> missing =
                COLUMNS.stream().filter(column -> !header.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new LoadException(path + " lacks the columns " + missing + "; its first line is " + header);
        }
    }

    private static ViewsRow row(CSVRecord record, long line) {
        if (!record.isConsistent()) {
            throw new BadRowException(line, "has " + record.size() + " fields");
        }
        String videoId = record.get("video_id");
        if (!VIDEO_ID.matcher(videoId).matches()) {
            throw new BadRowException(line, "video_id \"" + videoId + "\" is not an id");
        }
        String channel = record.get("channel");
        if (channel.isBlank()) {
            throw new BadRowException(line, "channel is empty");
        }
        return new ViewsRow(line, videoId, channel, date(record.get("date"), line), views(record, line));
    }

    private static LocalDate date(String text, long line) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new BadRowException(line, "date \"" + text + "\" is not YYYY-MM-DD");
        }
    }

    private static long views(CSVRecord record, long line) {
        String text = record.get("cumulative_views");
        try {
            long views = Long.parseLong(text);
            if (views >= 0) {
                return views;
            }
        } catch (NumberFormatException malformed) {
            // said below, in the same words as for a number below 0
        }
        throw new BadRowException(line, "cumulative_views \"" + text + "\" is not a whole number from 0");
    }
}
