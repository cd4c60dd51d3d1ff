package dev.creatorledger.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process as its user meets it: what it prints, how it ends, and what is in its way. */
@OnlyEmbedded
class StandaloneIT {

    private static final int TERMINATED = 128 + 15;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @Test
    void runsAndEndsWithoutAWordOfTrouble() {
        RunningLedger ledger = RunningLedger.start(data);
        assertThat(ledger.with("").get("/actuator/health").status()).isEqualTo(200);
        assertThat(ledger.stop()).isEqualTo(TERMINATED);
        assertThat(ledger.output())
                .noneMatch(line -> line.contains("WARN") || line.contains("ERROR") || line.startsWith("\tat "));
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void saysByHowMuchItsClockIsMoved() {
        try (RunningLedger ledger = RunningLedger.start(data, "P121D")) {
            assertThat(ledger.output()).anyMatch(line -> line.contains("The clock is moved by P121D"));
            assertThat(ledger.as("admin").get("/actuator/health").at("/components/clock/details/offset"))
                    .isEqualTo("P121D");
        }
    }

    @Nested
    class WhatIsInTheWay {

        @Test
        void isToldInOneLineWhenThePortIsTaken() throws Exception {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                FinishedLedger ledger = FinishedLedger.run(data, "", "up", "--port", "" + taken.getLocalPort());
                assertThat(ledger.code()).isEqualTo(1);
                assertThat(ledger.output()).singleElement().asString().contains("port is taken");
            }
        }

        @Test
        void isToldInOneLineWhenTheClocksOffsetIsMalformed() throws Exception {
            FinishedLedger ledger = FinishedLedger.run(data, "tomorrow", "up", "--port", "0");
            assertThat(ledger.code()).isEqualTo(1);
            assertThat(ledger.output()).singleElement().asString().contains("LEDGER_CLOCK_OFFSET", "tomorrow");
        }

        @Test
        void isAnAxonServerInTheEmbeddedModeAndNoneInTheOther() throws Exception {
            Map<String, String> named = Map.of("LEDGER_AXONSERVER_SERVERS", "127.0.0.1:1");
            FinishedLedger embedded = FinishedLedger.run(data, named, "up", "--port", "0");
            assertThat(embedded.code()).isEqualTo(1);
            assertThat(embedded.output()).last().asString().contains("start with --mode axonserver");
            FinishedLedger axonServer = FinishedLedger.run(data, Map.of(), "up", "--mode", "axonserver");
            assertThat(axonServer.code()).isEqualTo(1);
            assertThat(axonServer.output())
                    .anyMatch(line -> line.contains("ledger.axonserver.servers (LEDGER_AXONSERVER_SERVERS) is not set"))
                    .anyMatch(line -> line.contains(
                            "ledger.mongo.connection-string (LEDGER_MONGO_CONNECTION_STRING) is not set"));
        }

        @Test
        void isToldWhenTheCommandIsUnknown() throws Exception {
            assertThat(FinishedLedger.run(data, "", "fly").code()).isEqualTo(2);
            assertThat(FinishedLedger.run(data, "", "up", "--port", "70000").code())
                    .isEqualTo(2);
        }
    }

    @Test
    void printsATokenAsItsLastLine() throws Exception {
        FinishedLedger ledger = FinishedLedger.run(data, "", "token", "--role", "creator", "--channel", "ch-1");
        assertThat(ledger.code()).isZero();
        assertThat(ledger.output()).last().asString().matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        assertThat(FinishedLedger.run(data, "", "token", "--role", "creator").code())
                .isEqualTo(2);
        assertThat(FinishedLedger.run(data, "", "token", "--role", "admin", "--channel", "ch-1")
                        .code())
                .isEqualTo(2);
    }
}
