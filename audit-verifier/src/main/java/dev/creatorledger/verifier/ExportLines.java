package dev.creatorledger.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of an export, one at a time: each ends with a line feed, the last one too. */
final class ExportLines {

    /** The longest line: an event is stored in less than a megabyte. */
    private static final int LONGEST = 64 << 20;

    private static final int FIRST_ROOM = 1 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[FIRST_ROOM];
    private int begin;
    private int end;
    private long number;

    ExportLines(InputStream in) {
        this.in = in;
    }

    /** The number of the last line, from 1. */
    long number() {
        return number;
    }

    /**
     * The next line without its end; null after the last.
     *
     * @throws Malformed if the last line has no end, or a line is too long to be an event
     */
    byte @Nullable [] next() throws IOException {
        int from = begin;
        while (true) {
            for (int at = from; at < end; at++) {
                if (buffer[at] == '\n') {
                    byte[] line = Arrays.copyOfRange(buffer, begin, at);
                    begin = at + 1;
                    number++;
                    return line;
                }
            }
            int searched = end - begin;
            if (!fill()) {
                return last();
            }
            from = begin + searched;
        }
    }

    private byte @Nullable [] last() {
        if (end == begin) {
            return null;
        }
        begin = end;
        number++;
        throw new Malformed("it breaks off before its end");
    }

    private boolean fill() throws IOException {
        if (begin > 0) {
            System.arraycopy(buffer, begin, buffer, 0, end - begin);
            end -= begin;
            begin = 0;
        }
        if (end == buffer.length) {
            if (end >= LONGEST) {
                throw new Malformed("it is too long to be an event");
            }
            buffer = Arrays.copyOf(buffer, 2 * end);
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read >= 0;
    }
}
