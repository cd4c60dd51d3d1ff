package dev.creatorledger.query.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.HttpHeaders;

/**
 * An answer that begins with its first byte: what fails earlier is answered as any other request is, and what fails
 * later breaks the transfer off, so that nobody takes a part for the whole.
 */
final class ExportAnswer extends OutputStream {

    private final HttpServletResponse response;
    private final String mediaType;
    private final HttpHeaders headers;
    private boolean begun;

    private ExportAnswer(HttpServletResponse response, String mediaType, HttpHeaders headers) {
        this.response = response;
        this.mediaType = mediaType;
        this.headers = headers;
    }

    /** An answer that gathers so many bytes before it begins. */
    static OutputStream of(HttpServletResponse response, String mediaType, HttpHeaders headers, int buffer) {
        return new BufferedOutputStream(new ExportAnswer(response, mediaType, headers), buffer);
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        begin();
        response.getOutputStream().write(bytes, offset, length);
    }

    /** Of an answer that nothing was written to, too: it is whole then. */
    @Override
    public void flush() throws IOException {
        begin();
        response.getOutputStream().flush();
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            response.setContentType(mediaType);
            headers.forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
            // Sent at once: in the container's buffer it could still be taken for the beginning of a problem.
            response.flushBuffer();
        }
    }
}
