package dev.creatorledger.query.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.query.InMemoryMongo;
import dev.creatorledger.query.TestLedger;
import dev.creatorledger.query.channel.Channels;
import dev.creatorledger.query.view.Eras;
import dev.creatorledger.query.view.EventDecoder;
import dev.creatorledger.query.view.Past;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.ViewPositions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

/** How many exports may be under way, and when one begins. */
class ExportQueriesIT {

    private static final int BUFFER = 100;

    private final TestLedger ledger = new TestLedger();

    @AfterEach
    void close() {
        ledger.close();
    }

    private interface Writing {
        void write(OutputStream out) throws IOException;
    }

    private record Said(Writing writing) implements ExportFormat {

        @Override
        public String name() {
            return "said";
        }

        @Override
        public String mediaType() {
            return "text/plain;charset=UTF-8";
        }

        @Override
        public String fileEnding() {
            return "txt";
        }

        @Override
        public void write(Selection selection, OutputStream out) throws IOException {
            writing.write(out);
        }
    }

    private ExportQueries exports(Writing writing) {
        return new ExportQueries(
                new Reading(new ViewPositions(List.of()), Duration.ofSeconds(1)),
                channels(),
                ledger.storedEvents(),
                List.of(new Said(writing)),
                new ExportSettings(1, 10, DataSize.ofBytes(BUFFER)));
    }

    private Channels channels() {
        var database = InMemoryMongo.database();
        EventDecoder nothing = stored -> {
            throw new UnsupportedOperationException("nobody asks for the past");
        };
        return new Channels(database, new Past(database, ledger.storedEvents(), nothing, new Eras(1)));
    }

    private static MockHttpServletResponse ask(ExportQueries exports) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        ask(exports, response);
        return response;
    }

    private static void ask(ExportQueries exports, MockHttpServletResponse response) throws IOException {
        exports.export("said", null, null, null, new AtLeast(0), new MockHttpServletRequest("GET", "/"), response);
    }

    private static void say(OutputStream out, int bytes) throws IOException {
        out.write("x".repeat(bytes).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void oneMoreThanMayBeAtOnceIsTooMany() throws IOException {
        ExportQueries[] exports = new ExportQueries[1];
        exports[0] = exports(out -> assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ask(exports[0]))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS)));
        assertThat(ask(exports[0]).getStatus()).isEqualTo(200);
        assertThat(ask(exports[0]).getStatus()).as("places are given back").isEqualTo(200);
    }

    @Test
    void oneThatFailsGivesItsPlaceBackAndNothingAway() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        ExportQueries exports = exports(out -> {
            say(out, BUFFER - 1);
            throw new IllegalStateException("in the middle");
        });
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> ask(exports, response));
        }
        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getHeaderNames()).isEmpty();
    }

    @Test
    void oneThatFailsAfterItsBeginningIsNotEnded() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        ExportQueries exports = exports(out -> {
            say(out, BUFFER + 1);
            say(out, 1);
            throw new IOException("the caller has gone");
        });
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> ask(exports, response));
        assertThat(response.getContentAsByteArray()).hasSize(BUFFER + 1);
        assertThat(response.getHeader("X-Ledger-Position")).isEqualTo("0");
    }

    @Test
    void oneOfNothingIsWhole() throws IOException {
        MockHttpServletResponse response = ask(exports(out -> {}));
        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"ledger-0.txt\"");
        assertThat(response.isCommitted()).isTrue();
    }

    @Test
    void settingsThatLetNobodyInAreNone() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new ExportSettings(0, 10, DataSize.ofBytes(BUFFER)));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new ExportSettings(1, 0, DataSize.ofBytes(BUFFER)));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new ExportSettings(1, 1, DataSize.ofBytes(0)));
    }
}
