package dev.creatorledger.command.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.command.idempotency.Cases.Ready;
import dev.creatorledger.command.idempotency.FailingOutcomes.Step;
import dev.creatorledger.command.idempotency.KeyedService.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

@DisplayName("A command that was left running between its effect and its mark")
class CrashBetweenEffectAndMarkIT {

    private static final String KEY = "the-key";
    private static final String SUSPEND = Cases.PROGRAMME.formatted("ch") + ":suspend";

    private KeyedService service;

    @BeforeEach
    void start() {
        service = new KeyedService("node-1");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void killedAt(String path, String body) {
        FailingOutcomes outcomes = service.part(FailingOutcomes.class);
        outcomes.killed();
        assertThat(service.post(KEY, path, body).status()).isEqualTo(503);
        outcomes.failing.clear();
    }

    private List<String> suspensions() {
        return service.stored().stream()
                .filter(type -> type.equals("AdProgrammeSuspended"))
                .toList();
    }

    @Test
    void isTakenOverAtOnceByTheNextLifeOfItsNode_andDoesNothingTwice() {
        List<Ready> left = new ArrayList<>();
        Cases.byPattern().forEach((pattern, command) -> left.add(command.ready(service)));
        FailingOutcomes outcomes = service.part(FailingOutcomes.class);
        outcomes.killed();
        assertThat(left).allSatisfy(each -> assertThat(
                        service.post(each.path(), each.path(), each.body()).status())
                .isEqualTo(503));
        int before = service.stored().size();
        service.restartAs("node-1");
        for (Ready each : left) {
            Answer repeated = service.post(each.path(), each.path(), each.body());
            assertThat(repeated.status()).as(each + repeated.body()).isEqualTo(200);
            assertThat(repeated.replayed()).isFalse();
            assertThat(repeated.read().path("position").asString()).matches("[1-9][0-9]*");
            assertThat(service.post(each.path(), each.path(), each.body()))
                    .isEqualTo(new Answer(200, repeated.body(), true));
        }
        // What the service does of itself at its start, for the programme that one of them ended, is not theirs.
        assertThat(service.stored())
                .filteredOn(type -> !type.equals("MembershipRefundsBooked"))
                .hasSize(before);
    }

    @Test
    void isWaitedForByOthersUntilItsLeaseIsOver() {
        Cases.enrolled(service, "ch");
        killedAt(SUSPEND, "");
        assertThat(service.post(KEY, SUSPEND, "").code()).isEqualTo("IDEMPOTENCY_IN_PROGRESS");
        service.restartAs("node-2");
        assertThat(service.post(KEY, SUSPEND, "").code()).isEqualTo("IDEMPOTENCY_IN_PROGRESS");
        service.clock().advance(Duration.ofMinutes(2));
        assertThat(service.post(KEY, SUSPEND, "").status()).isEqualTo(200);
        assertThat(suspensions()).hasSize(1);
    }

    @Test
    void isTakenOverAtOnceIfOnlyItsMarkFailed() {
        Cases.enrolled(service, "ch");
        FailingOutcomes outcomes = service.part(FailingOutcomes.class);
        outcomes.failing.add(Step.KEEP);
        assertThat(service.post(KEY, SUSPEND, "").status()).isEqualTo(503);
        outcomes.failing.clear();
        assertThat(service.post(KEY, SUSPEND, "").status()).isEqualTo(200);
        assertThat(suspensions()).hasSize(1);
    }

    @Test
    void isNotTakenASecondTimeWhereOthersHaveTurnedItBackInBetween() {
        Cases.enrolled(service, "ch");
        killedAt(SUSPEND, "");
        long position = service.newest("PauseCauseOpened").position(); // the last that the suspension came to
        Cases.decide(service, "ch", "reinstate");
        service.restartAs("node-1");
        Answer repeated = service.post(KEY, SUSPEND, "");
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(repeated.read().path("id").asString()).isEqualTo("ch");
        assertThat(repeated.read().path("position").asString()).isEqualTo("" + position);
        assertThat(suspensions()).hasSize(1);
    }

    @Test
    void isCarriedOutIfItHadNoEffectYet() {
        Cases.enrolled(service, "ch");
        MockHttpServletRequest sent = new MockHttpServletRequest("POST", SUSPEND);
        KeyedRequest reserved = KeyedRequest.of("admin", KEY, sent, "".getBytes(StandardCharsets.UTF_8));
        assertThat(service.part(Outcomes.class).reserve(reserved, KeyedService.NOW))
                .isInstanceOf(Outcomes.Reservation.class);
        service.restartAs("node-1");
        assertThat(service.post(KEY, SUSPEND, "").status()).isEqualTo(200);
        assertThat(suspensions()).hasSize(1);
    }

    @Test
    void leavesTheKeyToNoOtherRequest() {
        Cases.enrolled(service, "ch");
        killedAt(SUSPEND, "");
        service.restartAs("node-1");
        assertThat(service.post(KEY, SUSPEND, "{\"another\":1}").code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }
}
