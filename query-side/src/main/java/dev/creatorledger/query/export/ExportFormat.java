package dev.creatorledger.query.export;

import java.io.IOException;
import java.io.OutputStream;

/** A form that exports are written in. */
public interface ExportFormat {

    /** What callers ask for it by ({@code ?format=}). */
    String name();

    /** What the answer calls itself. */
    String mediaType();

    /** How the names of its files end, without the dot. */
    String fileEnding();

    /**
     * Writes a selection as it reads it, in bounded memory.
     *
     * @throws IOException if the caller has gone
     */
    void write(Selection selection, OutputStream out) throws IOException;
}
