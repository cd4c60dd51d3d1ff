package dev.creatorledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.channel.ChannelEvent.OwnerErased;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.person.PersonId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("U7 POST /v1/admin/erasures")
class ErasureRoutesTest extends HttpTestBase {

    @Autowired
    private KeysInMemory keys;

    private Answer erase(String subject) {
        return decideAs("admin", "POST", "/v1/admin/erasures", "{\"subject\":\"" + subject + "\"}");
    }

    @Nested
    class Of_an_owner {

        @Test
        void recordsItAndDestroysTheKey() {
            channel("e1");
            Answer erased = erase("owner:e1");
            assertThat(erased.status()).isEqualTo(200);
            assertThat(erased.body().path("id").asString()).isEqualTo("owner:e1");
            assertThat(erased.body().path("version").asLong()).isEqualTo(1);
            assertThat(erased.position()).isEqualTo(events.head());
            assertThat(events.since(events.head() - 1)).containsExactly(new OwnerErased(new ChannelId("e1")));
            assertThat(events.lastMetaData())
                    .containsEntry("actor", "admin")
                    .containsEntry("reason", REASON)
                    .containsEntry("command", "ErasePerson");
            assertThat(keys.find(new PersonId("owner:e1"))).isEmpty();
        }

        @Test
        void isQuietWhenRepeated() {
            channel("e2");
            Answer erased = erase("owner:e2");
            Answer repeated = erase("owner:e2");
            assertThat(repeated.status()).isEqualTo(200);
            assertThat(repeated.body()).isEqualTo(erased.body());
        }

        @Test
        void leavesOthersAsTheyAre() {
            channel("e3");
            channel("e4");
            erase("owner:e3");
            assertThat(put("/v1/channels/e4", ChannelRoutesTest.COOKING).status())
                    .isEqualTo(200);
            assertThat(keys.find(new PersonId("owner:e4"))).isPresent();
        }

        @Test
        void letsNothingMoreBeWrittenOfThePerson() {
            channel("e5");
            erase("owner:e5");
            Answer refused = put("/v1/channels/e5", ChannelRoutesTest.COOKING);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("PERSON_ERASED");
            assertThat(refused.body().toString()).doesNotContain("Parvin");
            assertThat(put("/v1/channels/e5/audience", "{\"followers\":5}").status())
                    .isEqualTo(200);
        }
    }

    @Nested
    class Is_refused {

        @Test
        void ofNobody() {
            assertThat(erase("owner:nobody").status()).isEqualTo(404);
            assertThat(erase("member:nobody").status()).isEqualTo(404);
        }

        @Test
        void withoutAReason() {
            channel("e6");
            Answer answer = post("/v1/admin/erasures", "{\"subject\":\"owner:e6\"}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("REASON_REQUIRED");
            assertThat(keys.find(new PersonId("owner:e6"))).isPresent();
        }

        @ParameterizedTest
        @ValueSource(strings = {"e7", "channel:e7", "owner:", "owner:a b", "owner:e7:x", ""})
        void ofAMalformedSubject(String subject) {
            Answer answer = erase(subject);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.violatedFields()).containsExactly("subject");
        }

        @Test
        void toAnybodyButTheAdmin() {
            channel("e8");
            String body = "{\"subject\":\"owner:e8\"}";
            for (String role : new String[] {"operator", "compliance", "auditor", "ingest"}) {
                assertThat(decideAs(role, "POST", "/v1/admin/erasures", body).status())
                        .as(role)
                        .isEqualTo(403);
            }
            assertThat(keys.find(new PersonId("owner:e8"))).isPresent();
        }
    }

    @Test
    void nameIsInNoEvent() {
        channel("e9");
        assertThat(events.since(0).toString()).contains("owner:e9").doesNotContain("Parvin");
    }
}
