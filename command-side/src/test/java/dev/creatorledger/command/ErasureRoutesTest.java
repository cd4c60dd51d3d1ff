package dev.creatorledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.channel.ChannelEvent.OwnerErased;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MemberId;
import dev.creatorledger.events.person.PersonEvent.MemberErased;
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
    class Of_a_member {

        private Answer join(String channel, String id, String member, String named) {
            return post(
                    "/v1/channels/" + channel + "/memberships",
                    "{\"membershipId\":\"%s\",\"memberId\":\"%s\",%s\"tierId\":\"t1\",\"platform\":\"WEB\"}"
                            .formatted(id, member, named));
        }

        private void joined(String channel, String id, String member) {
            withMemberships(channel);
            tier(channel, "t1", 1, "500000");
            assertThat(join(channel, id, member, "\"memberName\":\"Omid\",").status())
                    .isEqualTo(201);
        }

        @Test
        void recordsItAndDestroysTheKey() {
            joined("e10", "em-1", "viewer-1");
            assertThat(keys.find(new PersonId("member:viewer-1"))).isPresent();
            Answer erased = erase("member:viewer-1");
            assertThat(erased.status()).isEqualTo(200);
            assertThat(erased.body().path("id").asString()).isEqualTo("member:viewer-1");
            assertThat(events.since(events.head() - 1)).containsExactly(new MemberErased(new MemberId("viewer-1")));
            assertThat(events.lastMetaData()).containsEntry("reason", REASON).containsEntry("command", "ErasePerson");
            assertThat(keys.find(new PersonId("member:viewer-1"))).isEmpty();
            assertThat(erase("member:viewer-1").body()).isEqualTo(erased.body());
        }

        @Test
        void leavesTheMembershipAndLetsNoNameBeKeptAnyMore() {
            joined("e11", "em-2", "viewer-2");
            erase("member:viewer-2");
            assertThat(post("/v1/memberships/em-2:cancel", "").status()).isEqualTo(200);
            Answer refused = join("e11", "em-3", "viewer-2", "\"memberName\":\"Omid\",");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("PERSON_ERASED");
            assertThat(refused.body().toString()).doesNotContain("Omid");
            assertThat(join("e11", "em-3", "viewer-2", "").status()).isEqualTo(201);
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
