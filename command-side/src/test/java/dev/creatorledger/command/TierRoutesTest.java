package dev.creatorledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.refusal.RefusalEvent.CommandRefused;
import dev.creatorledger.events.refusal.RefusalEvent.PerkRefused;
import dev.creatorledger.platform.security.Grant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("PUT /v1/channels/{channelId}/tiers/{tierId}")
class TierRoutesTest extends HttpTestBase {

    private static final String BADGE = "{\"kind\":\"BADGE\",\"title\":\"A spoon\",\"description\":\"Of silver\"}";

    @BeforeEach
    void aChannel() {
        channel("t");
    }

    private Answer putTier(String id, String body) {
        return sendAs(Grant.of("creator", "t"), "PUT", "/v1/channels/t/tiers/" + id, body);
    }

    @Nested
    @DisplayName("B3 Tiers")
    class Tiers {

        @Test
        void areMadeOnce_andARepeatChangesNothing() {
            Answer made = putTier("t1", tierBody(1, "500000", BADGE));
            assertThat(made.status()).isEqualTo(200);
            assertThat(made.body().path("id").asString()).isEqualTo("t");
            assertThat(events.lastMetaData()).containsEntry("command", "PutTier");
            assertThat(putTier("t1", tierBody(1, "500000", BADGE)).body()).isEqualTo(made.body());
        }

        @Test
        void nameEveryFieldThatFails() {
            Answer answer = putTier("t2", "{\"perks\":[{\"kind\":\"CAKE\",\"title\":\"Cake\"}]}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.violatedFields()).containsExactly("perks[0].kind", "name", "rank", "monthlyPrice");
        }

        @ParameterizedTest(name = "{1}: {0}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "{'perks':[null]} | perks[0]",
                    "{'perks':[{}]} | perks[0].kind,perks[0].title",
                    "{'name':'A','rank':-1,'monthlyPrice':{'amount':'5','currency':'IRR'}} | rank",
                    "{'name':'A','rank':1,'monthlyPrice':{'amount':'5,0','currency':'IRR'}} | monthlyPrice",
                    "{'name':' ','rank':1,'monthlyPrice':{'amount':'5','currency':'IRR'}} | name"
                },
                quoteCharacter = '"')
        void refuseWhatIsMalformed(String body, String fields) {
            Answer answer = putTier("t2", body.replace('\'', '"'));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(String.join(",", answer.violatedFields())).isEqualTo(fields);
        }

        @Test
        void refuseAPriceThatIsANumber() {
            assertThat(putTier("t2", "{\"name\":\"A\",\"rank\":1,\"monthlyPrice\":{\"amount\":5,\"currency\":\"IRR\"}}")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void sayWhatIsWrongWithThem() {
            putTier("t1", tierBody(1, "500000", BADGE));
            Answer answer = putTier("t3", tierBody(2, "500000", ""));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("PRICE_AGAINST_RANK");
            assertThat(answer.violatedFields()).containsExactly("monthlyPrice");
        }

        @Test
        void areOfAChannelThatExists_andTheCreatorsOwn() {
            assertThat(put("/v1/channels/nobody/tiers/t1", tierBody(1, "5", "")).status())
                    .isEqualTo(404);
            assertThat(sendAs(Grant.of("creator", "other"), "PUT", "/v1/channels/t/tiers/t1", tierBody(1, "5", ""))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Nested
    @DisplayName("B4 Prohibited perks")
    class Perks {

        private static final String SONGS =
                "{\"kind\":\"DOWNLOAD\",\"title\":\"All songs\",\"audience\":\"CHILDREN\",\"awardedBy\":\"ALL\"}";

        @Test
        void areRefusedWithACodeEach_andEachRefusalIsRecorded() {
            putTier("t1", tierBody(1, "500000", BADGE));
            long before = events.head();
            Answer answer = putTier("t9", tierBody(9, "900000", BADGE + "," + SONGS));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("PERK_DOWNLOAD");
            assertThat(answer.body().path("violations").toString())
                    .isEqualTo("[{\"code\":\"PERK_DOWNLOAD\",\"field\":\"perks[1]\",\"actual\":\"All songs\"},"
                            + "{\"code\":\"PERK_FOR_CHILDREN\",\"field\":\"perks[1]\",\"actual\":\"All songs\"}]");
            assertThat(events.since(before))
                    .hasSize(3)
                    .satisfiesExactly(
                            first -> assertThat(first).isInstanceOfSatisfying(PerkRefused.class, perk -> {
                                assertThat(perk.channelId().value()).isEqualTo("t");
                                assertThat(perk.tierId().value()).isEqualTo("t9");
                                assertThat(perk.title()).isEqualTo("All songs");
                                assertThat(perk.code()).isEqualTo("PERK_DOWNLOAD");
                            }),
                            second -> assertThat(second)
                                    .isInstanceOfSatisfying(PerkRefused.class, perk -> assertThat(perk.code())
                                            .isEqualTo("PERK_FOR_CHILDREN")),
                            third -> assertThat(third).isInstanceOfSatisfying(CommandRefused.class, refused -> {
                                assertThat(refused.command()).isEqualTo("PutTier");
                                assertThat(refused.code()).isEqualTo("PERK_DOWNLOAD");
                            }));
        }

        @Test
        void areRefusedOfATierThatHadNone() {
            putTier("t1", tierBody(1, "500000", BADGE));
            String luck = "{\"kind\":\"DISCOUNT\",\"title\":\"Luck\",\"awardedBy\":\"CHANCE\"}";
            assertThat(putTier("t1", tierBody(1, "500000", luck)).code()).isEqualTo("PERK_BY_CHANCE");
        }

        @ParameterizedTest
        @CsvSource({
            "audience, children, PERK_FOR_CHILDREN",
            "audience, ' Children ', PERK_FOR_CHILDREN",
            "audience, appeals to children, PERK_FOR_CHILDREN",
            "audience, parents-via-children, PERK_PRESSES_CHILDREN",
            "awardedBy, chance, PERK_BY_CHANCE"
        })
        void areThemselvesInAnotherSpelling(String field, String word, String code) {
            String perk = "{\"kind\":\"DISCOUNT\",\"title\":\"A\",\"" + field + "\":\"" + word + "\"}";
            assertThat(putTier("t1", tierBody(1, "500000", perk)).code()).isEqualTo(code);
        }

        @Test
        void areNotWhatOnlySoundsLikeThem() {
            String perk = "{\"kind\":\"DISCOUNT\",\"title\":\"A\",\"audience\":\"adults, no children\"}";
            assertThat(putTier("t1", tierBody(1, "500000", perk)).status()).isEqualTo(200);
        }

        @Test
        void areNotRecordedOfNobody() {
            long before = events.head();
            assertThat(put("/v1/channels/nobody/tiers/t1", tierBody(1, "5", SONGS))
                            .status())
                    .isEqualTo(404);
            assertThat(events.since(before)).isEmpty();
        }

        @Test
        void areKindsAndAudiences_neverOneForTheOther() {
            Answer answer = putTier("t8", tierBody(8, "800000", "{\"kind\":\"CHILDREN\",\"title\":\"A\"}"));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.violatedFields()).containsExactly("perks[0].kind");
        }
    }
}
