package dev.creatorledger.platform.web;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps bodies within bounds, whether their length is announced or not; NDJSON, which is read line by line, has none.
 */
final class BodyLimit extends OncePerRequestFilter {

    private static final String STREAMED = "application/x-ndjson";
    private static final String BATCH = "/v1/impressions:batch";

    private final HttpLimits limits;
    private final ProblemWriter problems;

    BodyLimit(HttpLimits limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.startsWith(STREAMED)
                && request.getRequestURI().equals(BATCH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = request.getRequestURI().equals(BATCH)
                ? limits.batchBody().toBytes()
                : limits.body().toBytes();
        if (request.getContentLengthLong() > limit) {
            problems.write(request, response, tooLarge(limit));
        } else {
            chain.doFilter(new Limited(request, limit), response);
        }
    }

    private static Refusal tooLarge(long limit) {
        return new Refusal(ErrorCode.PAYLOAD_TOO_LARGE, "A body here has at most " + limit + " bytes");
    }

    /** A request whose body ends in a refusal where it passes the limit. */
    private static final class Limited extends HttpServletRequestWrapper {
        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), limit);
        }
    }

    private static final class LimitedStream extends ServletInputStream {
        private final ServletInputStream body;
        private final long limit;
        private long seen;

        LimitedStream(ServletInputStream body, long limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int octet = body.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = body.read(into, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int more) {
            seen += more;
            if (seen > limit) {
                throw tooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
