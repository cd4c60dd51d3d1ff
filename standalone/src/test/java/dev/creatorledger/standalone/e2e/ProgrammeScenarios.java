package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.MemberStage.ok;
import static dev.creatorledger.standalone.e2e.Stage.channelBody;
import static dev.creatorledger.standalone.e2e.Stage.programme;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.platform.security.Grant;
import dev.creatorledger.standalone.process.LedgerOnAClock;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What else turns a programme, and what members are to the service (B1, B2, B20, U7). */
abstract class ProgrammeScenarios extends MembershipScenarios {

    ProgrammeScenarios(LedgerOnAClock ledger) {
        super(ledger);
    }

    @Test
    void isPausedByASuspensionWhoseReinstatementClosesTheCause() { // B20, B22
        members.programme("suspended");
        members.joined("suspended", "suspended-1", "WEB");
        ok(members.admin.post(programme("suspended", "suspend"), "{}", "a complaint"));
        members.awaitStatus("suspended-1", "PAUSED");
        assertThat(members.programme("suspended", "causes")).isEqualTo("[MONETIZATION_POLICY_VIOLATION]");
        assertThat(members.resume("suspended").code()).isEqualTo("NOT_ELIGIBLE");
        ok(members.admin.post(programme("suspended", "reinstate"), "{}", "unfounded"));
        assertThat(members.programme("suspended", "causes")).isEqualTo("[]");
        assertThat(members.programme("suspended", "status")).isEqualTo("PAUSED");
        ok(members.resume("suspended"));
        members.awaitStatus("suspended-1", "ACTIVE");
    }

    @Test
    void isPausedWhileTheChannelIsMadeForKids() { // B20
        members.programme("kids");
        ok(members.admin.put("/v1/channels/kids", channelBody("A channel").replace("false", "true")));
        assertThat(members.programme("kids", "status")).isEqualTo("PAUSED");
        assertThat(members.programme("kids", "causes")).isEqualTo("[MADE_FOR_KIDS]");
        ok(members.admin.put("/v1/channels/kids", channelBody("A channel")));
        assertThat(members.programme("kids", "causes")).isEqualTo("[]");
        ok(members.resume("kids"));
        assertThat(members.programme("kids", "status")).isEqualTo("ON");
    }

    @Test
    void isTurnedOnForANetworkWithAResultForEachChannel() { // B1, B2, B20
        Stage stage = members.stage();
        ok(members.admin.post("/v1/networks/net", "{\"name\":\"A network\"}"));
        for (String channel : new String[] {"net-fine", "net-away", "net-kids"}) {
            stage.enrolled(channel, 5_000);
            ok(members.admin.put("/v1/networks/net/channels/" + channel, "{}"));
        }
        ok(members.admin.put("/v1/channels/net-away", channelBody("A channel").replace("\"IR\"", "\"AF\"")));
        ok(members.admin.put("/v1/channels/net-kids", channelBody("A channel").replace("false", "true")));

        Api.Answer answer = as(Grant.of("network", "net"))
                .post("/v1/networks/net/membership-programme:enable", "{\"termsAccepted\":true}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(result(answer, "net-fine").path("status").asString()).isEqualTo("ON");
        assertThat(result(answer, "net-away").at("/violations/0/code").asString())
                .isEqualTo("COUNTRY");
        assertThat(result(answer, "net-kids").at("/violations/0/code").asString())
                .isEqualTo("CHANNEL_MADE_FOR_KIDS");
        assertThat(members.programme("net-fine", "status")).isEqualTo("ON");
        assertThat(members.programme("net-away", "status")).isEqualTo("OFF");

        ok(members.admin.send("DELETE", "/v1/networks/net/channels/net-fine", null, null, "application/json"));
        assertThat(members.programme("net-fine", "causes")).isEqualTo("[MONETIZATION_LOST]");
        assertThat(members.programme("net-fine", "status")).isEqualTo("PAUSED");
    }

    private static JsonNode result(Api.Answer answer, String channel) {
        return answer.body()
                .path("results")
                .valueStream()
                .filter(result -> result.path("channelId").asString().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void forgetsTheNameOfAMemberWhoIsErasedAndNoFigure() { // U7
        members.programme("erased");
        members.joined("erased", "erased-1", "WEB");
        members.joined("erased", "erased-kept", "WEB");
        assertThat(members.membership("erased-1").at("/memberName")).isEqualTo("Ziba of viewer-erased-1");
        ok(members.admin.post("/v1/admin/erasures", "{\"subject\":\"member:viewer-erased-1\"}", "asked for"));
        assertThat(members.membership("erased-1").at("/memberName")).isEqualTo("erased");
        assertThat(members.membership("erased-kept").at("/memberName")).isEqualTo("Ziba of viewer-erased-kept");
        assertThat(members.membership("erased-1").at("/status")).isEqualTo("ACTIVE");
        assertThat(members.dollars("erased", "estimated")).isEqualTo("6.986");
        members.cancel("erased-1");
        assertThat(members.join("erased", "erased-2", "viewer-erased-1", "WEB").code())
                .as("nothing more is kept of them")
                .isEqualTo("PERSON_ERASED");
        members.assertThatTheBooksBalance();
    }
}
