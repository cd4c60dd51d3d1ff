package dev.creatorledger.query.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The journal as comma-separated values: a line per posting. */
public final class CsvExport implements ExportFormat {

    private final SelectedEntries entries;

    /** Writes these entries. */
    public CsvExport(SelectedEntries entries) {
        this.entries = entries;
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public String fileEnding() {
        return "csv";
    }

    @Override
    public void write(Selection selection, OutputStream out) throws IOException {
        write(CsvText.header(), out);
        entries.read(selection, booked -> write(CsvText.entry(ExportedEntry.of(booked)), out));
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
