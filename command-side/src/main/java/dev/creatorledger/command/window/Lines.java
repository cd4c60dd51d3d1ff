package dev.creatorledger.command.window;

import java.io.IOException;
import java.io.InputStream;

/** Reads lines of bytes from a stream, never holding more than one line and one buffer. */
final class Lines {

    /** What {@link #next} found. */
    enum Found {
        LINE,
        TOO_LONG,
        END
    }

    private static final int BUFFER = 32 * 1_024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] line;
    private int at;
    private int end;
    private int length;

    /** Lines of at most this many bytes. */
    Lines(InputStream in, int maxLine) {
        this.in = in;
        this.line = new byte[maxLine];
    }

    /** Goes to the next line that is not blank; a line that is too long is skipped to its end. */
    Found next() throws IOException {
        while (true) {
            Found found = nextOrBlank();
            if (found != Found.LINE || !isBlank()) {
                return found;
            }
        }
    }

    private Found nextOrBlank() throws IOException {
        length = 0;
        boolean any = false;
        boolean tooLong = false;
        while (at < end || fill()) {
            any = true;
            int lineEnd = at;
            while (lineEnd < end && buffer[lineEnd] != '\n') {
                lineEnd++;
            }
            tooLong = tooLong || !take(lineEnd);
            at = lineEnd;
            if (at < end) {
                at++;
                return tooLong ? Found.TOO_LONG : Found.LINE;
            }
        }
        if (!any) {
            return Found.END;
        }
        return tooLong ? Found.TOO_LONG : Found.LINE;
    }

    private boolean take(int upTo) {
        int more = upTo - at;
        if (length + more > line.length) {
            return false;
        }
        System.arraycopy(buffer, at, line, length, more);
        length += more;
        return true;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(in.read(buffer), 0);
        return end > 0;
    }

    private boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** The bytes of the line, of which {@link #length()} count; overwritten by the next. */
    byte[] line() {
        return line;
    }

    int length() {
        return length;
    }
}
