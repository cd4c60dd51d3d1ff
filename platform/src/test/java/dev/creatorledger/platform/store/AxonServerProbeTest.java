package dev.creatorledger.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.platform.start.AxonServerSettings;
import io.axoniq.axonserver.connector.impl.Headers;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** What is found out about a server before a process starts, on one that knows a token and nothing else. */
@SuppressWarnings("NullAway.Init")
class AxonServerProbeTest {

    private static Server server;

    /** Where nobody listens. */
    private static final String NOWHERE = "127.0.0.1:1";

    @BeforeAll
    static void start() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new Platform())
                .intercept(new Guard())
                .build()
                .start();
    }

    @AfterAll
    static void stop() {
        server.shutdownNow();
    }

    private static final class Platform extends PlatformServiceGrpc.PlatformServiceImplBase {
        @Override
        public void getPlatformServer(ClientIdentification asker, StreamObserver<PlatformInfo> answer) {
            answer.onNext(PlatformInfo.getDefaultInstance());
            answer.onCompleted();
        }
    }

    private static final class Guard implements ServerInterceptor {
        @Override
        public <A, B> ServerCall.Listener<A> interceptCall(
                ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
            if ("right".equals(headers.get(Headers.ACCESS_TOKEN)) && "ledger".equals(headers.get(Headers.CONTEXT))) {
                return next.startCall(call, headers);
            }
            call.close(Status.PERMISSION_DENIED.withDescription("Invalid token"), new Metadata());
            return new ServerCall.Listener<>() {};
        }
    }

    private static String place() {
        return "127.0.0.1:" + server.getPort();
    }

    private static List<String> refusals(@Nullable String token, boolean tls, String... servers) {
        return new AxonServerProbe(new AxonServerSettings(
                        List.of(servers),
                        "ledger",
                        token,
                        null,
                        tls,
                        null,
                        1,
                        DataSize.ofMegabytes(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1)))
                .refusals();
    }

    @Test
    void findsNothingWrongWhereOneServerLetsItIn() {
        assertThat(refusals("right", false, place())).isEmpty();
        assertThat(refusals("right", false, NOWHERE, place())).isEmpty();
    }

    @Test
    void tellsThatTheTokenIsWrong() {
        assertThat(refusals("wrong", false, place()))
                .containsExactly("Axon Server at " + place()
                        + " does not let this process in; see ledger.axonserver.token-file: Invalid token");
        assertThat(refusals(null, false, place())).singleElement().asString().contains("does not let this process in");
    }

    @Test
    void tellsOfEachServerThatItDoesNotAnswer() {
        assertThat(refusals("right", false, NOWHERE, "127.0.0.1:2"))
                .hasSize(2)
                .allMatch(line -> line.contains(" does not answer; is it there, and is ledger.axonserver.tls (false)"));
    }

    @Test
    void tellsThatTheServerDoesNotEncrypt() {
        assertThat(refusals("right", true, place()))
                .singleElement()
                .asString()
                .contains("is ledger.axonserver.tls (true) right?");
    }
}
