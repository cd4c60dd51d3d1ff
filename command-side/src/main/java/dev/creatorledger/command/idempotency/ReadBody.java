package dev.creatorledger.command.idempotency;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** A request whose body was read up to a limit, and is given to whoever reads it next as if it had not been. */
final class ReadBody extends HttpServletRequestWrapper {

    private final byte[] body;
    private final boolean whole;

    private ReadBody(HttpServletRequest request, byte[] body, boolean whole) {
        super(request);
        this.body = body;
        this.whole = whole;
    }

    /** Reads at most so many bytes; what announces more is not read at all, for it will be refused. */
    static ReadBody upTo(int limit, HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > limit) {
            return new ReadBody(request, new byte[0], false);
        }
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        return new ReadBody(request, body, body.length <= limit);
    }

    /** Whether the whole body was read. */
    boolean whole() {
        return whole;
    }

    /** What was read. */
    byte[] body() {
        return body;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        InputStream read = new ByteArrayInputStream(body);
        return new Replayed(whole ? read : new SequenceInputStream(read, super.getInputStream()));
    }

    private static final class Replayed extends ServletInputStream {
        private final InputStream in;
        private boolean finished;

        Replayed(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int octet = in.read();
            finished = octet < 0;
            return octet;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            finished = count < 0;
            return count;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("commands are read by the thread that serves them");
        }
    }
}
